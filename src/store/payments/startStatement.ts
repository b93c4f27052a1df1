import type { Array } from "effect"
import type { SqlClient } from "effect/sql"
import type { Attempt, Checkout } from "../../../schemas/checkout.ts"
import type { Hold } from "../../domain/stock.ts"
import { dataOf } from "../checkoutData.ts"

/** A checkout as it is once money is about to move, still under the version before. */
export interface Start {
  readonly checkout: Checkout
  readonly holds: Array.NonEmptyReadonlyArray<Hold>
  readonly attempt: Pick<Attempt, "id" | "confirmationNumber">
  /** In minor units. */
  readonly amount: number
  readonly currency: string
}

/** A thing of which less is there than was asked for. */
export interface TooFew {
  readonly listingId: string
  readonly variant: string
  readonly available: number
}

/** What stood in the way; nothing did when it is absent. */
export interface Started {
  readonly refused?: "stale" | "short" | "number"
  readonly short?: ReadonlyArray<TooFew>
}

/** Holds the stock, opens the attempt and saves the checkout, unless something is in the way. */
export const startStatement = (sql: SqlClient.SqlClient, { amount, attempt, checkout, currency, holds }: Start) => sql<{
  started: Started
}>`SELECT start_payment(${checkout.id}, ${checkout.version}, ${dataOf(checkout.state)},
  ${checkout.updatedAt}, ${checkout.expiresAt}, ${holds.map(({ listingId }) => listingId)},
  ${holds.map(({ variant }) => variant)}, ${holds.map(({ quantity }) => quantity)},
  ${attempt.id}, ${attempt.confirmationNumber}, ${amount}, ${currency}) AS started`
