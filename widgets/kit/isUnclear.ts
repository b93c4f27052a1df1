import { Refused } from "./Refused.ts"

const codes = new Set(["", "UNAVAILABLE", "INTERNAL_ERROR", "RATE_LIMITED"])

/**
 * A call failed in a way that says nothing about what was asked: asked again, it may go well, or be done already. So it is
 * with a request whose first sending is still under way, which is a CONFLICT that says when to ask again.
 */
export const isUnclear = (error: unknown): boolean =>
  !(error instanceof Refused) || codes.has(error.code) || typeof error.details.retry_after === "number"
