import { Effect } from "effect"
import { CheckoutId } from "../../../schemas/ids.ts"
import { ReviseInput } from "../../../schemas/session.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { sessionAnswer, sheetBeside, withSheet } from "./sessionAnswer.ts"
import { tellSession } from "./tellSession.ts"

export const updateCheckout = defineTool(
  {
    name: "update_checkout",
    toolset: "cart",
    title: "Update a checkout",
    description:
      "Use this when the user changes a checkout before paying: quantities, e-mail, shipping address, delivery method (for all shops, or for each by deliveries) or discount codes. It answers the new total and charges nothing.",
    input: {
      sessionId: CheckoutId.annotate({ description: "The checkout's id, from create_checkout" }),
      ...ReviseInput
    },
    output: sessionAnswer,
    does: "changes",
    scopes: [],
    betterSignedIn: true,
    widget: "checkout",
    widgetMayCall: true,
    says: ["Updating the checkout", "Updated the checkout"],
    subject: ({ checkoutSession }) => checkoutSession.id,
    meta: sheetBeside,
    tell: ({ checkoutSession }) => tellSession(checkoutSession)
  },
  Effect.fnUntraced(function* ({ sessionId, ...revision }) {
    return yield* withSheet(yield* (yield* Ordering).revise(sessionId, revision))
  })
)
