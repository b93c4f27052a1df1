import type { Ask } from "./ask.ts"
import type { Market } from "./market.ts"

/** A request that works, what is then wrong with it, and how it is refused. */
export interface Row {
  readonly says: string
  /** In a situation of its own each time. */
  readonly good: (market: Market) => Promise<Ask> | Ask
  readonly fault: (ask: Ask, market: Market) => Promise<Ask> | Ask
  readonly status: number
  /** Of the tool, the endpoint or the protocol; a number where the transport of MCP refuses. */
  readonly code: string | number
  /** Tables that rightly remember the attempt, such as a payment that was declined. */
  readonly remembers?: ReadonlyArray<string>
}

type Good = Row["good"]
type Fault = Row["fault"]
type Refusal = readonly [status: number, code: string | number]

export const notFound = [404, "NOT_FOUND"] as const
export const invalid = [400, "VALIDATION_ERROR"] as const
export const unauthorized = [401, "UNAUTHORIZED"] as const
export const conflict = [409, "CONFLICT"] as const

/** A tool's refusal is a result, and arrives with 200. */
export const told = ([, code]: Refusal): Refusal => [200, code]

/** Rows about one good request. */
export const rowsOf = (
  what: string,
  good: Good,
  ...faults: ReadonlyArray<readonly [says: string, fault: Fault, refusal: Refusal, remembers?: ReadonlyArray<string>]>
): ReadonlyArray<Row> =>
  faults.map(([says, fault, [status, code], remembers]) => ({
    says: `${what}: ${says}`,
    good,
    fault,
    status,
    code,
    ...(remembers && { remembers })
  }))
