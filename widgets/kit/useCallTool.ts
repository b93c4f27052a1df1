import { useMemo } from "react"
import type { ToolResult } from "./hostWords.ts"
import { toolFailure } from "./toolFailure.ts"
import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"
import type { Json } from "./wire.ts"

/** Gives the structured answer, or rejects with a sentence a person can read. */
export type CallTool = (name: string, args: Json) => Promise<unknown>

/** Undefined when the host lets widgets call no tools. */
export const useCallTool = (): CallTool | undefined => {
  const { bridge } = useSession()
  const offered = useMoment().capabilities.serverTools !== undefined
  return useMemo(() => {
    if (!offered) return undefined
    return async (name, args) => {
      const result: ToolResult = await bridge.callTool(name, args).catch(() => ({ isError: true }))
      if (result.isError === true) throw new Error(toolFailure(result))
      return result.structuredContent
    }
  }, [bridge, offered])
}
