import { refusalOf } from "./Refused.ts"
import { useLocale } from "./useLocale.ts"
import { useMoment } from "./useMoment.ts"
import type { Json } from "./wire.ts"
import { common } from "./words.ts"

export type ToolOutput<A> =
  | { readonly state: "waiting" | "cancelled" | "unreachable" }
  | { readonly state: "failed"; readonly message: string; readonly input: Json }
  | { readonly state: "ready"; readonly value: A; readonly input: Json; readonly turn: number }

/** What the tool of this widget answered. `decode` gives undefined for what it cannot show. */
export const useToolOutput = <A>(decode: (content: unknown, meta: Json) => A | undefined): ToolOutput<A> => {
  const { cancelled, connection, input, result, turn } = useMoment()
  const { locale } = useLocale()
  if (cancelled) return { state: "cancelled" }
  if (result === undefined) return { state: connection === "failed" ? "unreachable" : "waiting" }
  const value = result.isError === true ? undefined : decode(result.structuredContent, result._meta ?? {})
  return value === undefined
    ? { state: "failed", message: refusalOf(result, common[locale].somethingWrong).message, input }
    : { state: "ready", value, input, turn }
}
