import { Effect } from "effect"
import { CheckoutId } from "../../../schemas/ids.ts"
import { Completed, CompleteInput } from "../../../schemas/session.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const tell = ({ message, orders }: Completed) =>
  [
    message,
    ...orders.map(
      ({ estimatedDelivery, id, orderNumber, shopName, total }) =>
        `${orderNumber} (${id}) from ${shopName}: ${money(total)}, expected by ${estimatedDelivery}`
    )
  ].join("\n")

export const completeCheckout = defineTool(
  {
    name: "complete_checkout",
    toolset: "cart",
    title: "Pay and place the order",
    description:
      "Use this when the buyer has seen the total and agreed to pay, and a payment_token is there. It charges exactly the total last shown, once. If the address or method given here changes the total, nothing is charged and the answer is CONFLICT with the new total: show it, then send the same call again. Usually called by the checkout widget. Do not call it without the buyer's agreement.",
    input: {
      sessionId: CheckoutId.annotate({ description: "The checkout's id, from create_checkout" }),
      ...CompleteInput
    },
    output: Completed,
    does: "changes",
    saga: true,
    scopes: [],
    betterSignedIn: true,
    says: ["Placing the order", "Order placed"],
    subject: ({ checkoutSession }) => checkoutSession.id,
    tell
  },
  Effect.fnUntraced(function* ({ sessionId, ...input }, record, again) {
    return yield* (yield* Ordering).complete(sessionId, input, record, again)
  })
)
