import { useMemo } from "react"
import type { ToolResult } from "./hostWords.ts"
import { refusalOf } from "./Refused.ts"
import { useLocale } from "./useLocale.ts"
import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"
import type { Json } from "./wire.ts"
import { common } from "./words.ts"

/** Gives the whole result, or rejects with a `Refused` whose message a person can read. */
export type CallForResult = (name: string, args: Json) => Promise<ToolResult>

/** The same, giving the structured answer alone. */
export type CallTool = (name: string, args: Json) => Promise<unknown>

/** Undefined when the host lets widgets call no tools. */
export const useCallForResult = (): CallForResult | undefined => {
  const session = useSession()
  const { locale } = useLocale()
  const offered = useMoment().capabilities.serverTools !== undefined
  return useMemo(() => {
    if (!offered) return undefined
    return async (name, args) => {
      const result: ToolResult = await session
        .host()
        .callTool(name, args)
        .catch(() => ({ isError: true }))
      if (result.isError === true) throw refusalOf(result, common[locale].somethingWrong)
      return result
    }
  }, [session, offered, locale])
}

/** Undefined when the host lets widgets call no tools. */
export const useCallTool = (): CallTool | undefined => {
  const call = useCallForResult()
  return useMemo(() => call && (async (name, args) => (await call(name, args)).structuredContent), [call])
}
