import { Effect } from "effect"
import { OpenInput } from "../../../schemas/session.ts"
import { Ordering } from "../../services/Ordering.ts"
import { defineTool } from "../Tool.ts"
import { sessionAnswer, sheetBeside, withSheet } from "./sessionAnswer.ts"
import { tellSession } from "./tellSession.ts"

export const createCheckout = defineTool(
  {
    name: "create_checkout",
    aliases: ["create_order", "checkout"],
    toolset: "cart",
    title: "Start a checkout",
    description:
      "Use this when the user wants to buy: one listing (listing_id, quantity, variant) or a whole cart (cart_id). It reserves nothing and charges nothing; it prices the purchase and lives for 30 minutes. Guests may use it; a signed-in buyer's name and address are filled in. Then call complete_checkout.",
    input: OpenInput,
    output: sessionAnswer,
    does: "creates",
    scopes: [],
    betterSignedIn: true,
    widget: "checkout",
    widgetMayCall: true,
    says: ["Starting the checkout", "Started the checkout"],
    subject: ({ checkoutSession }) => checkoutSession.id,
    meta: sheetBeside,
    tell: ({ checkoutSession }) => tellSession(checkoutSession)
  },
  Effect.fnUntraced(function* (input) {
    return yield* withSheet(yield* (yield* Ordering).open(input))
  })
)
