import type { Json } from "./wire.ts"

/** What our server says beside an answer: when it was true, and which tools there are where it came from. */
export interface Answer {
  /** In milliseconds since 1970. */
  readonly at?: number
  readonly tools?: ReadonlyArray<string>
}

/** Empty for answers of elder servers, and of hosts that do not pass it on. */
export const answerMeta = (meta: Json | undefined): Answer => {
  const { at, tools } = (meta?.["craftlocal/answer"] ?? {}) as { readonly at?: unknown; readonly tools?: unknown }
  const moment = typeof at === "string" ? Date.parse(at) : Number.NaN
  return {
    ...(!Number.isNaN(moment) && { at: moment }),
    ...(Array.isArray(tools) && { tools: tools.map(String) })
  }
}
