import type { Effect } from "effect"
import type { CreateRequest } from "../../../../schemas/acp/CreateRequest.ts"
import type { LegacyAcpError } from "../../../../schemas/acp/legacy/LegacyAcpError.ts"
import type { Problem, Told } from "../Problem.ts"
import type { Market, Shown } from "../session/Shown.ts"

/** An error as a dialect tells it. */
export type Refused = Omit<Told, "body"> & { readonly body: LegacyAcpError }

/** How one release of the protocol is read and spoken. Requests to update, complete and cancel are read alike in all. */
export interface Dialect {
  /** What the header `API-Version` may say, the release itself first. */
  readonly versions: readonly [release: string, ...aliases: ReadonlyArray<string>]
  /** Whether a POST must have an Idempotency-Key. */
  readonly keyNeeded: boolean
  readonly readCreate: (body: unknown) => Effect.Effect<CreateRequest, Problem>
  readonly sessionOf: (shown: Shown, market: Market) => object
  readonly refused: (told: Told) => Refused
}
