import { Effect } from "effect"
import { CheckoutId } from "../../../schemas/ids.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { sessionAnswer, sheetBeside, withSheet } from "./sessionAnswer.ts"
import { tellSession } from "./tellSession.ts"

export const getCheckout = defineTool(
  {
    name: "get_checkout",
    toolset: "cart",
    title: "Get a checkout",
    description:
      "Use this when you need to know where a checkout stands: what is missing, what it costs, whether it is paid.",
    input: { sessionId: CheckoutId.annotate({ description: "The checkout's id, from create_checkout" }) },
    output: sessionAnswer,
    does: "reads",
    scopes: [],
    betterSignedIn: true,
    widget: "checkout",
    widgetMayCall: true,
    says: ["Opening the checkout", "Opened the checkout"],
    meta: sheetBeside,
    tell: ({ checkoutSession }) => tellSession(checkoutSession)
  },
  Effect.fnUntraced(function* ({ sessionId }) {
    return yield* withSheet(yield* (yield* Ordering).read(sessionId))
  })
)
