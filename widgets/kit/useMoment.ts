import { useSyncExternalStore } from "react"
import type { Moment } from "./session.ts"
import { useSession } from "./useSession.ts"

/** The latest word of the host; draws again when it changes. */
export const useMoment = (): Moment => {
  const session = useSession()
  return useSyncExternalStore(session.subscribe, session.now, session.now)
}
