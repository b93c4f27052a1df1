import type { SheetSession } from "../../schemas/acp/SheetSession.ts"

/** What `checkout_session` puts on the wire, also what it did in earlier releases. */
export type Sheet = typeof SheetSession.Encoded

/** The server checks its answers; here only what would break the drawing is refused. */
export const sheet = (content: unknown): Sheet | undefined => {
  const answer = content as Sheet | null | undefined
  return typeof answer?.id === "string" && Array.isArray(answer.line_items) && Array.isArray(answer.totals)
    ? answer
    : undefined
}
