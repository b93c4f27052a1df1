import { Effect } from "effect"
import { CheckoutId } from "../../../schemas/ids.ts"
import { Session } from "../../../schemas/session.ts"
import { wire } from "../../../schemas/wire.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { tellSession } from "./tellSession.ts"

export const cancelCheckout = defineTool(
  {
    name: "cancel_checkout",
    toolset: "cart",
    title: "Cancel a checkout",
    description:
      "Use this when the user no longer wants to pay for a checkout that is not completed. Nothing is charged. It does not cancel an order that was already placed.",
    input: { sessionId: CheckoutId.annotate({ description: "The checkout's id, from create_checkout" }) },
    output: wire({ checkoutSession: Session }),
    does: "removes",
    saga: true,
    scopes: [],
    betterSignedIn: true,
    widget: "checkout",
    widgetMayCall: true,
    says: ["Canceling the checkout", "Canceled the checkout"],
    subject: ({ checkoutSession }) => checkoutSession.id,
    tell: ({ checkoutSession }) => tellSession(checkoutSession)
  },
  Effect.fnUntraced(function* ({ sessionId }, record) {
    const kept = (checkoutSession: Session) => record({ checkoutSession })
    return { checkoutSession: yield* (yield* Ordering).cancel(sessionId, kept) }
  })
)
