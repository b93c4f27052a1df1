import { useMemo, useRef } from "react"
import { isUnclear } from "./isUnclear.ts"
import { newKey } from "./newKey.ts"
import { type CallTool, useCallTool } from "./useCallTool.ts"

/** A call that writes. Asked again after an answer that was lost, it brings the same key and is done once. */
export const useWrite = (): CallTool | undefined => {
  const call = useCallTool()
  const keys = useRef(new Map<string, string>())
  return useMemo(() => {
    if (call === undefined) return undefined
    return async (name, args) => {
      const intent = JSON.stringify([name, args])
      const key = keys.current.get(intent) ?? newKey()
      keys.current.set(intent, key)
      try {
        const answer = await call(name, { ...args, idempotency_key: key })
        keys.current.delete(intent)
        return answer
      } catch (error) {
        if (!isUnclear(error)) keys.current.delete(intent)
        throw error
      }
    }
  }, [call])
}
