import { useContext } from "react"
import { SessionContext } from "./SessionContext.ts"
import type { Session } from "./session.ts"

export const useSession = (): Session => {
  const session = useContext(SessionContext)
  if (session === null) throw new Error("A widget is drawn by mountWidget")
  return session
}
