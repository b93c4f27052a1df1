import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import type { Viewer } from "../../schemas/access.ts"
import type { Address } from "../../schemas/address.ts"
import type { Cents } from "../../schemas/money.ts"
import type { Wanted } from "../../src/domain/wanted.ts"
import { type Changes, Checkout } from "../../src/services/Checkout.ts"
import { Payment } from "../../src/services/Payment.ts"
import { by, guest, lst } from "./market.ts"

/** Ten per cent of tax, easy to check by hand. */
export const texas: Address = { line1: "2 Elm St", city: "Austin", state: "TX", zip: "78701", country: "US" }

export const want = (name: string, quantity = 1, variant = ""): Wanted => ({ listingId: lst(name), variant, quantity })

const shipped: Changes = { buyer: { email: "gus@guest.test" }, address: texas, method: "standard" }

/** A checkout with everything said that is needed to pay it. */
export const ready = (lines: ReadonlyArray<Wanted>, changes: Changes = shipped, viewer: Viewer = guest) =>
  Effect.flatMap(Checkout, (checkout) => checkout.open(lines, { changes })).pipe(by(viewer))

export const pay = (
  id: string,
  token = "spt_test_ok",
  over: { changes?: Changes; outcome?: string; expected?: Cents } = {},
  viewer = guest
) =>
  Effect.flatMap(Payment, (payment) =>
    payment.complete(id, {
      changes: over.changes ?? {},
      token,
      expected: over.expected,
      authentication: over.outcome === undefined ? undefined : { outcome: over.outcome }
    })
  ).pipe(by(viewer))

export const cancel = (id: string, viewer = guest) =>
  Effect.flatMap(Payment, (payment) => payment.cancel(id)).pipe(by(viewer))

export const read = (id: string, viewer = guest) =>
  Effect.flatMap(Checkout, (checkout) => checkout.read(id)).pipe(by(viewer))

export const stateOf = (id: string) => Effect.map(read(id), ({ state }) => state._tag)

/** The orders of a checkout, by their number. */
export const ordersOf = Effect.fnUntraced(function* (checkoutId: string) {
  const sql = yield* SqlClient.SqlClient
  return yield* sql<{ id: string; number: string; total: number; confirmation_number: string }>`
    SELECT id, number, total, confirmation_number FROM orders WHERE checkout_id = ${checkoutId} ORDER BY number`
})
