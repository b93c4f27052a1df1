import { Context, Effect, Layer } from "effect"
import { type Buyer, readBuyer } from "../../../schemas/acp/buyer.ts"
import type { Message } from "../../../schemas/acp/Message.ts"
import type { SheetSession } from "../../../schemas/acp/SheetSession.ts"
import type { Checkout as Stored } from "../../../schemas/checkout.ts"
import type { NotFound, OutOfStock, Unauthorized, Unavailable } from "../../../schemas/errors.ts"
import type { Wanted } from "../../domain/wanted.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Payments } from "../../ports/Payments.ts"
import { Site } from "../../ports/Site.ts"
import { Checkout, type Refused } from "../Checkout.ts"
import { now } from "../now.ts"
import { type NotPaid, Payment } from "../Payment.ts"
import { type Record, recordOf } from "../Record.ts"
import { blocking } from "./session/messagesOf.ts"
import type { Market } from "./session/Shown.ts"
import { sheetOf } from "./sheet/sheetOf.ts"

/** What a buyer agreed to in the sheet. */
export interface Agreed {
  readonly buyer: Buyer | undefined
  readonly token: string
}

/** Checkouts as the payment sheet of a chat shows and pays them. */
export class PaymentSheet extends Context.Service<
  PaymentSheet,
  {
    readonly open: (
      lines: ReadonlyArray<Wanted>
    ) => Effect.Effect<SheetSession, Refused | OutOfStock | Unauthorized, Caller>
    /** What the sheet needs of a checkout, whether or not it can be paid. */
    readonly show: (id: string) => Effect.Effect<SheetSession, NotFound | Unavailable, Caller>
    /**
     * Pays the total that the session showed last, and no other. A decline and a bank that asks are told in the session,
     * as the sheet wants them; whatever else stands in the way is refused. Again on what is paid it answers the same order.
     */
    readonly complete: (
      id: string,
      agreed: Agreed,
      record?: Record<SheetSession>,
      again?: boolean
    ) => Effect.Effect<SheetSession, NotPaid, Caller>
  }
>()("craftlocal/services/acp/PaymentSheet") {
  static readonly layer = Layer.effect(
    PaymentSheet,
    Effect.gen(function* () {
      const checkout = yield* Checkout
      const payment = yield* Payment
      const { provider } = yield* Payments
      const { name, publicUrl } = yield* Site
      const market: Market = { name, publicUrl, provider }

      const shown = (session: Stored, ...messages: ReadonlyArray<Message>) =>
        Effect.map(now, (at) => sheetOf({ session, at, messages }, market))
      const shownNow = (id: string, ...messages: ReadonlyArray<Message>) =>
        Effect.flatMap(checkout.read(id), (session) => shown(session, ...messages))

      return PaymentSheet.of({
        open: Effect.fn("PaymentSheet.open")(function* (lines) {
          return yield* shown(yield* checkout.open(lines))
        }),
        show: Effect.fn("PaymentSheet.show")((id) => shownNow(id)),
        complete: Effect.fn("PaymentSheet.complete")((id, { buyer, token }, record, again = false) =>
          payment
            .complete(
              id,
              { changes: { buyer: readBuyer(buyer, undefined) }, token, authentication: undefined, again },
              record && recordOf(record, ({ session }) => shown(session))
            )
            .pipe(
              Effect.flatMap(({ session }) => shown(session)),
              Effect.catchTags({
                PaymentDeclined: ({ message }) => shownNow(id, blocking("payment_declined", message, "$.payment_data")),
                IllegalStep: (error) => (error.from === "Challenged" ? shownNow(id) : Effect.fail(error))
              })
            )
        )
      })
    })
  )
}
