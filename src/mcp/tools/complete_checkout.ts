import { Effect, Schema } from "effect"
import { SheetSession, SheetShape } from "../../../schemas/acp/SheetSession.ts"
import { SheetInput } from "../../../schemas/acp/sheetInput.ts"
import { Invalid } from "../../../schemas/errors.ts"
import { CheckoutId } from "../../../schemas/ids.ts"
import { Completed, CompleteInput } from "../../../schemas/session.ts"
import { PaymentSheet } from "../../services/acp/PaymentSheet.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"
import { tellSheet } from "./tellSheet.ts"

const tell = ({ message, orders }: Completed) =>
  [
    message,
    ...orders.map(
      ({ estimatedDelivery, id, orderNumber, shopName, total }) =>
        `${orderNumber} (${id}) from ${shopName}: ${money(total)}, expected by ${estimatedDelivery}`
    )
  ].join("\n")

const isSheet = (ended: Completed | SheetSession): ended is SheetSession => "id" in ended

/** Neither our own fields nor those of a payment sheet are all there. */
const incomplete = (fields: ReadonlyArray<string>) =>
  new Invalid({ issues: fields.map((path) => ({ path, message: "Missing key" })) })

export const completeCheckout = defineTool(
  {
    name: "complete_checkout",
    toolset: "cart",
    title: "Pay and place the order",
    description:
      "Use this when the buyer has seen the total and agreed to pay, and a payment_token is there. It charges exactly the total last shown, once. If the address or method given here changes the total, nothing is charged and the answer is CONFLICT with the new total: show it, then send the same call again. Usually called by the checkout widget. Do not call it without the buyer's agreement.",
    input: {
      sessionId: Schema.optionalKey(CheckoutId.annotate({ description: "The checkout's id, from create_checkout" })),
      ...CompleteInput,
      paymentToken: Schema.optionalKey(CompleteInput.paymentToken),
      ...SheetInput
    },
    output: Schema.Union([Completed, SheetSession]),
    listedOutput: Schema.Union([Completed, SheetShape]),
    does: "changes",
    saga: true,
    scopes: [],
    betterSignedIn: true,
    widget: "order_confirmation",
    widgetMayCall: true,
    says: ["Placing the order", "Order placed"],
    subject: (ended) => (isSheet(ended) ? ended.id : ended.checkoutSession.id),
    tell: (ended) => (isSheet(ended) ? tellSheet(ended) : tell(ended))
  },
  Effect.fnUntraced(function* (
    { buyer, checkoutSessionId, paymentData, paymentToken, sessionId, ...input },
    record,
    again
  ) {
    if (sessionId !== undefined && paymentToken !== undefined) {
      return yield* (yield* Ordering).complete(sessionId, { ...input, paymentToken }, record, again)
    }
    if (checkoutSessionId !== undefined && paymentData !== undefined) {
      return yield* (yield* PaymentSheet).complete(
        checkoutSessionId,
        { buyer, token: paymentData.token },
        record,
        again
      )
    }
    return yield* incomplete(
      sessionId === undefined && checkoutSessionId !== undefined
        ? ["payment_data"]
        : [...(sessionId === undefined ? ["session_id"] : []), ...(paymentToken === undefined ? ["payment_token"] : [])]
    )
  })
)
