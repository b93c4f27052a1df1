import { useRef } from "react"
import { newKey } from "./newKey.ts"
import { type CallTool, useCallTool } from "./useCallTool.ts"

/** Calls a tool that writes. The same wish keeps its key until it came true, so that trying again does it once. */
export const useWrite = (): CallTool | undefined => {
  const call = useCallTool()
  const keys = useRef(new Map<string, string>())
  if (call === undefined) return undefined
  return async (name, args) => {
    const wish = JSON.stringify([name, args])
    const key = keys.current.get(wish) ?? newKey()
    keys.current.set(wish, key)
    const answer = await call(name, { ...args, idempotency_key: key })
    keys.current.delete(wish)
    return answer
  }
}
