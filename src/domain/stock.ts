import { Array, Order } from "effect"
import type { Lines } from "../../schemas/checkout.ts"

/** Pieces of one thing that a payment holds back from everybody else. */
export interface Hold {
  readonly listingId: string
  readonly variant: string
  readonly quantity: number
}

const byThing = Order.mapInput(Order.String, ({ listingId, variant }: Hold) => `${listingId}\n${variant}`)

/** What a checkout must hold, always in the same order, so that two payments never wait for each other. */
export const holdsOf = (lines: Lines): Array.NonEmptyReadonlyArray<Hold> =>
  Array.sort(
    Array.map(lines, ({ listingId, quantity, variant }): Hold => ({ listingId, variant, quantity })),
    byThing
  )
