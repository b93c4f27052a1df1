import type { CallToolResult } from "@modelcontextprotocol/server"

/** What a widget is told of an answer: when it was given, and which tools there are where it was asked for. */
export const answerKey = "craftlocal/answer"

export interface AnswerMeta {
  /** RFC 3339. An answer that is told again keeps the time at which it was true. */
  readonly at: string
  /** A widget hides what would call a tool that is not here. */
  readonly tools: ReadonlyArray<string>
}

const withMeta = (result: CallToolResult, meta: Partial<AnswerMeta>): CallToolResult => ({
  ...result,
  _meta: { ...result._meta, [answerKey]: { ...(result._meta?.[answerKey] as object | undefined), ...meta } }
})

/** An answer for a widget, as it is kept. */
export const answeredAt = (result: CallToolResult, millis: number): CallToolResult =>
  withMeta(result, { at: new Date(millis).toISOString() })

/** The same, as it leaves an address of these tools. Other answers stay what they are. */
export const answeredWith = (result: CallToolResult, tools: ReadonlyArray<string>): CallToolResult =>
  result._meta?.[answerKey] === undefined ? result : withMeta(result, { tools })
