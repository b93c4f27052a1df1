import { toolFailure } from "./toolFailure.ts"
import { useMoment } from "./useMoment.ts"
import type { Json } from "./wire.ts"

export type ToolOutput<A> =
  | { readonly state: "waiting" | "cancelled" | "unreachable" }
  | { readonly state: "failed"; readonly message: string; readonly input: Json }
  | { readonly state: "ready"; readonly value: A; readonly input: Json; readonly turn: number }

/** What the tool of this widget answered. `decode` gives undefined for what it cannot show. */
export const useToolOutput = <A>(decode: (content: unknown) => A | undefined): ToolOutput<A> => {
  const { cancelled, connection, input, result, turn } = useMoment()
  if (cancelled) return { state: "cancelled" }
  if (result === undefined) return { state: connection === "failed" ? "unreachable" : "waiting" }
  const value = result.isError === true ? undefined : decode(result.structuredContent)
  return value === undefined
    ? { state: "failed", message: toolFailure(result), input }
    : { state: "ready", value, input, turn }
}
