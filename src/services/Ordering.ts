import { Context, Effect, Layer, type Schema } from "effect"
import type { Method, Checkout as Stored } from "../../schemas/checkout.ts"
import {
  IllegalStep,
  Invalid,
  type NotFound,
  type OutOfStock,
  type SessionExpired,
  type StaleCheckout,
  type Unauthorized,
  type Unavailable
} from "../../schemas/errors.ts"
import type { Completed, CompleteInput, OpenInput, ReviseInput, Session } from "../../schemas/session.ts"
import { completedView } from "../domain/completedView.ts"
import type { Completion } from "../domain/completion.ts"
import { hostedCard } from "../domain/hostedCard.ts"
import { type Linked, linkedView } from "../domain/linkedView.ts"
import { sessionView, statusOf } from "../domain/sessionView.ts"
import type { Wanted } from "../domain/wanted.ts"
import { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { Baskets } from "./Baskets.ts"
import { type Changes, Checkout, type Refused, type Unchangeable } from "./Checkout.ts"
import { now } from "./now.ts"
import { type NotPaid, type Paying, Payment } from "./Payment.ts"
import { type Record as Recording, recordOf } from "./Record.ts"

export type Opening = Schema.Struct.Type<typeof OpenInput>
export type Revision = Schema.Struct.Type<typeof ReviseInput>
export type Completing = Schema.Struct.Type<typeof CompleteInput>

/** A method for each shop, by shop. Nothing said is nothing changed. */
const byShop = (deliveries: Revision["deliveries"]): Record<string, Method> | undefined =>
  deliveries && Object.fromEntries(deliveries.map(({ method, shopId }) => [shopId, method]))

/** What a wire request changes on a checkout. */
const changesOf = (input: Revision): Changes => {
  const { discountCodes, email, lines, name, phone, pickupNotes, shippingAddress, shippingMethod } = input
  const deliveries = byShop(input.deliveries)
  return {
    ...(lines && { putLines: lines.map(({ variant = "", ...line }) => ({ ...line, variant })) }),
    buyer: { ...(email && { email }), ...(name && { name }), ...(phone && { phone }) },
    ...(shippingAddress && { address: shippingAddress }),
    ...(shippingMethod && { method: shippingMethod }),
    ...(deliveries && { deliveries }),
    ...(pickupNotes !== undefined && { pickupNotes }),
    ...(discountCodes && { codes: discountCodes })
  }
}

/** Where the buyer pays by card. */
const pageFor = ({ session: { state } }: Completion) => (state._tag === "Challenged" ? state.url : undefined)

const whatToBuy = () => Invalid.of("listing_id", "say what to buy: a listing_id, or the cart_id of a cart")

/** Buying as MCP and REST speak of it: their inputs in, their views out. The rules are in `Checkout` and `Payment`. */
export class Ordering extends Context.Service<
  Ordering,
  {
    /**
     * From one listing, from a cart, or, when neither is named, from the cart the signed-in buyer used last. The cart
     * stays as it is, also after the purchase: it is a list to buy from, and may be bought again.
     */
    readonly open: (input: Opening) => Effect.Effect<Session, Refused | OutOfStock | Unauthorized, Caller>
    /** A new one with the lines of one whose time is over or that was canceled; nothing else that was said goes along. */
    readonly again: (id: string) => Effect.Effect<Session, Refused | OutOfStock | Unauthorized | IllegalStep, Caller>
    readonly read: (id: string) => Effect.Effect<Session, NotFound | Unavailable, Caller>
    readonly revise: (id: string, input: Revision) => Effect.Effect<Session, Unchangeable, Caller>
    /** `record` commits with the orders. Again on a completed checkout it answers the same orders. */
    readonly complete: (
      id: string,
      input: Completing,
      record?: Recording<Completed>,
      again?: boolean
    ) => Effect.Effect<Completed, NotPaid, Caller>
    /** By card at the provider's own page; answers its address while the buyer can pay there. `record` as with `complete`. */
    readonly payByCard: (
      id: string,
      record: Recording<string | undefined>,
      again: boolean
    ) => Effect.Effect<string | undefined, NotPaid, Caller>
    /** The buyer comes back from that page: the provider is asked how it went. */
    readonly returned: Payment["Service"]["returned"]
    /** The buyer will not pay there: it is open to changes again, unless it was paid. */
    readonly leave: Payment["Service"]["leave"]
    readonly cancel: (
      id: string,
      record?: (canceled: Session) => Effect.Effect<void>
    ) => Effect.Effect<Session, NotFound | SessionExpired | IllegalStep | StaleCheckout | Unavailable, Caller>
    /** For the page `continue_url` leads to: a guest's or an agent's checkout by its unguessable id alone, an account's to itself. */
    readonly byLink: (id: string) => Effect.Effect<Linked, NotFound | Unavailable, Caller>
  }
>()("craftlocal/services/Ordering") {
  static readonly layer = Layer.effect(
    Ordering,
    Effect.gen(function* () {
      const checkout = yield* Checkout
      const payment = yield* Payment
      const baskets = yield* Baskets
      const { publicUrl } = yield* Site

      const shown = (session: Stored) => Effect.map(now, (at) => sessionView(session, publicUrl, at))
      const ended = (completion: Completion) => Effect.map(now, (at) => completedView(completion, publicUrl, at))

      const cartLines = Effect.fnUntraced(function* (cartId: Opening["cartId"]) {
        const unsaid = Effect.catchTag(baskets.read(cartId), "NotFound", (error) =>
          Effect.fail(cartId === undefined ? whatToBuy() : error)
        )
        const { lines } = yield* unsaid
        if (lines.length === 0) return yield* Invalid.of("cart_id", "the cart is empty; add something to it first")
        return lines.map(({ listingId, quantity, variant = "" }): Wanted => ({ listingId, quantity, variant }))
      })

      const linesOf = Effect.fnUntraced(function* ({ cartId, listingId, quantity = 1, variant = "" }: Opening) {
        if (listingId === undefined) return yield* cartLines(cartId)
        if (cartId !== undefined) return yield* Invalid.of("cart_id", "give either a listing_id or a cart_id, not both")
        return [{ listingId, quantity, variant }]
      })

      return Ordering.of({
        open: Effect.fn("Ordering.open")(function* (input) {
          return yield* shown(yield* checkout.open(yield* linesOf(input)))
        }),
        again: Effect.fn("Ordering.again")(function* (id) {
          const before = yield* checkout.read(id)
          const { contents, _tag } = before.state
          if (!["expired", "canceled"].includes(statusOf(before, yield* now))) {
            return yield* new IllegalStep({ from: _tag, event: "Reopened" })
          }
          const wanted = contents.lines.map(
            ({ listingId, quantity, variant }): Wanted => ({ listingId, quantity, variant })
          )
          return yield* shown(yield* checkout.open(wanted))
        }),
        read: Effect.fn("Ordering.read")(function* (id) {
          return yield* shown(yield* checkout.read(id))
        }),
        revise: Effect.fn("Ordering.revise")(function* (id, input) {
          return yield* shown(yield* checkout.revise(id, changesOf(input)))
        }),
        complete: Effect.fn("Ordering.complete")(function* (id, input, record, again = false) {
          const { authenticationResult: authentication, expectedTotal: expected, paymentToken: token, ...said } = input
          const paying = { changes: changesOf(said), token, authentication, again, expected }
          const also = record && recordOf(record, ended)
          return yield* ended(yield* payment.complete(id, paying, also))
        }),
        payByCard: Effect.fn("Ordering.payByCard")(function* (id, record, again) {
          const paying: Paying = { changes: { buyer: {} }, token: hostedCard, authentication: undefined, again }
          const also = recordOf(record, (completion: Completion) => Effect.succeed(pageFor(completion)))
          return pageFor(yield* payment.complete(id, paying, also))
        }),
        returned: Effect.fn("Ordering.returned")(payment.returned),
        leave: Effect.fn("Ordering.leave")(payment.leave),
        cancel: Effect.fn("Ordering.cancel")(function* (id, record) {
          const also = record && ((canceled: Stored) => Effect.flatMap(shown(canceled), record))
          return yield* shown(yield* payment.cancel(id, also))
        }),
        byLink: Effect.fn("Ordering.byLink")(function* (id) {
          const { viewer } = yield* Caller
          return linkedView(yield* checkout.byLink(id), viewer, publicUrl, yield* now)
        })
      })
    })
  )
}
