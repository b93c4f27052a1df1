import { Effect } from "effect"
import { readItemId } from "../../../schemas/acp/itemId.ts"
import { SheetSession, SheetShape } from "../../../schemas/acp/SheetSession.ts"
import { WantedItems } from "../../../schemas/acp/sheetInput.ts"
import { PaymentSheet } from "../../services/acp/PaymentSheet.ts"
import { defineTool } from "../Tool.ts"
import { tellSheet } from "./tellSheet.ts"

export const checkoutSession = defineTool(
  {
    name: "checkout_session",
    toolset: "cart",
    title: "Check out items of the feed",
    description:
      "Use this when a host hands over items of the product feed to be bought, each with id and quantity. It opens one checkout of them all, charges nothing, and answers it in the shape of a payment sheet. In a conversation use create_checkout.",
    input: { checkoutSession: WantedItems },
    output: SheetSession,
    listedOutput: SheetShape,
    does: "creates",
    scopes: [],
    betterSignedIn: true,
    widget: "checkout_session",
    widgetMayCall: true,
    says: ["Starting the checkout", "Started the checkout"],
    subject: ({ id }) => id,
    tell: tellSheet
  },
  Effect.fnUntraced(function* ({ checkoutSession: { items } }) {
    const sheet = yield* PaymentSheet
    return yield* sheet.open(items.map(({ id, quantity }) => ({ ...readItemId(id), quantity: quantity ?? 1 })))
  })
)
