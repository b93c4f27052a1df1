import { useMemo, useRef } from "react"
import { isUnclear } from "./isUnclear.ts"
import { newKey } from "./newKey.ts"
import { type CallForResult, type CallTool, useCallForResult } from "./useCallTool.ts"

/** A call that writes. Asked again after an answer that was lost, it brings the same key and is done once. */
export const useWriteForResult = (): CallForResult | undefined => {
  const call = useCallForResult()
  const keys = useRef(new Map<string, string>())
  return useMemo(() => {
    if (call === undefined) return undefined
    return async (name, args) => {
      const intent = JSON.stringify([name, args])
      const key = keys.current.get(intent) ?? newKey()
      keys.current.set(intent, key)
      try {
        const result = await call(name, { ...args, idempotency_key: key })
        keys.current.delete(intent)
        return result
      } catch (error) {
        if (!isUnclear(error)) keys.current.delete(intent)
        throw error
      }
    }
  }, [call])
}

/** The same, giving the structured answer alone. */
export const useWrite = (): CallTool | undefined => {
  const write = useWriteForResult()
  return useMemo(() => write && (async (name, args) => (await write(name, args)).structuredContent), [write])
}
