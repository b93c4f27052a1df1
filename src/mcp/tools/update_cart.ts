import { Effect, Schema } from "effect"
import { Cart, variantName } from "../../../schemas/cart.ts"
import { CartId, ListingId } from "../../../schemas/ids.ts"
import { wire } from "../../../schemas/wire.ts"
import { Baskets } from "../../services/Baskets.ts"
import { defineTool } from "../Tool.ts"
import { tellCart } from "./tellCart.ts"

const Line = wire({
  listingId: ListingId,
  variant: Schema.optionalKey(variantName("Which variant, where the listing has them")),
  quantity: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99 })).annotate({
    description: "How many in all; 0 removes the line"
  })
})

export const updateCart = defineTool(
  {
    name: "update_cart",
    toolset: "cart",
    title: "Update the cart",
    description:
      "Use this when the user wants another quantity of something in their cart, or to remove it. Quantities are totals, not additions; lines that are not named stay.",
    input: {
      cartId: Schema.optionalKey(CartId.annotate({ description: "The cart, from an earlier add_to_cart" })),
      lines: Schema.Array(Line)
        .check(Schema.isMinLength(1), Schema.isMaxLength(50))
        .annotate({ description: "The lines to change" })
    },
    output: Cart,
    does: "changes",
    scopes: [],
    betterSignedIn: true,
    widget: "cart",
    widgetMayCall: true,
    says: ["Updating the cart", "Updated the cart"],
    subject: ({ cartId }) => cartId,
    tell: tellCart
  },
  Effect.fnUntraced(function* ({ cartId, lines }) {
    const puts = lines.map(({ listingId, quantity, variant = "" }) => ({ listingId, quantity, variant }))
    return yield* (yield* Baskets).update(cartId, puts)
  })
)
