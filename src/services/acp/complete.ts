import { Effect } from "effect"
import { askedToken, CompleteRequest } from "../../../schemas/acp/CompleteRequest.ts"
import type { Message } from "../../../schemas/acp/Message.ts"
import type { Invalid, NotFound, Refusal } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Payments } from "../../ports/Payments.ts"
import { Checkout } from "../Checkout.ts"
import { Notes } from "../Notes.ts"
import { now } from "../now.ts"
import { Payment } from "../Payment.ts"
import { type Record, recordOf } from "../Record.ts"
import { attributionSaid } from "./attributionSaid.ts"
import { authenticationSaid } from "./authenticationSaid.ts"
import { consentSaid } from "./consentSaid.ts"
import { decode } from "./decode.ts"
import { type Problem, wrong } from "./Problem.ts"
import { pointed } from "./pointed.ts"
import { saidLast } from "./said.ts"
import { cardHandlerId } from "./session/capabilitiesOf.ts"
import { blocking } from "./session/messagesOf.ts"
import type { Shown } from "./session/Shown.ts"
import { stillOpen } from "./stillOpen.ts"
import { vanished } from "./vanished.ts"

const read = decode(CompleteRequest)

/** The token of a handler that the session advertised. The test provider takes any handler, so that agents can be tried. */
const tokenOf = (request: CompleteRequest, test: boolean): Effect.Effect<string, Problem> => {
  const { handler_id } = request.payment_data
  if (handler_id && handler_id !== cardHandlerId && !test) {
    return Effect.fail(
      wrong(400, "invalid", "This session offers no such payment handler.", "$.payment_data.handler_id")
    )
  }
  const given = askedToken(request)
  const param = "$.payment_data.purchase_order_number"
  return given ? Effect.succeed(given) : Effect.fail(wrong(400, "unsupported", "Pay with a card token.", param))
}

/**
 * Pays. What stands in the way is told in the session, with 200: a decline, what is missing, what is sold out, and a
 * total that is no longer the one that was shown, which is then not charged.
 */
export const complete = Effect.fn("acp.complete")(function* (
  id: string,
  body: unknown,
  record: Record<Shown>,
  again: boolean
): Effect.fn.Return<Shown, Problem | Refusal, Checkout | Notes | Payment | Payments | Caller> {
  const checkout = yield* Checkout
  const notes = yield* Notes
  const payment = yield* Payment
  const { provider } = yield* Payments
  const request = yield* read(body)
  const token = yield* tokenOf(request, provider.test)
  const attribution = yield* attributionSaid(request.affiliate_attribution, "last_touch")
  const before = yield* checkout.read(id)
  const at = yield* now
  // What this very request began may have been finished since, by the reconciler.
  const said = [...attribution, ...consentSaid(request.marketing_consents)]
  const keep = notes.keep(id, said)
  if (again && before.state._tag === "Completed") return yield* Effect.as(keep, { session: before, at })
  yield* stillOpen(before, at, "PaymentStarted")
  const authentication = authenticationSaid(request)
  if (before.state._tag === "Challenged" && authentication === undefined) {
    const message = "The buyer's bank asks for a confirmation. Complete again with authentication_result."
    return yield* wrong(400, "requires_3ds", message, "$.authentication_result")
  }
  const shownNow = (...messages: ReadonlyArray<Message>) =>
    Effect.map(checkout.read(id), (session): Shown => ({ session, at, messages }))
  const gone = (error: NotFound | Invalid) => {
    const shown = vanished(before, at, error)
    return shown === undefined ? Effect.fail(pointed([])(error)) : Effect.succeed(shown)
  }
  return yield* payment
    .complete(
      id,
      { changes: saidLast(request), token, authentication, again },
      notes.recordWith(
        id,
        said,
        recordOf(record, ({ session }) => Effect.succeed({ session, at }))
      )
    )
    .pipe(
      // Nothing was recorded yet of a payment that nobody knows the end of.
      Effect.tap(({ session }) => (session.state._tag === "Paying" ? keep : Effect.void)),
      Effect.map(({ session }): Shown => ({ session, at })),
      Effect.catchTags({
        NotReady: () => shownNow(),
        PaymentDeclined: ({ message }) => shownNow(blocking("payment_declined", message, "$.payment_data")),
        TotalChanged: ({ message }) => shownNow(blocking("conflict", message, "$.totals", "requires_buyer_review")),
        OutOfStock: () => Effect.map(checkout.revise(id, {}), (session): Shown => ({ session, at })),
        NotFound: gone,
        Invalid: gone
      })
    )
})
