import { Effect, Schema } from "effect"
import { Cart, Quantity, variantName } from "../../../schemas/cart.ts"
import { CartId, ListingId } from "../../../schemas/ids.ts"
import { Baskets } from "../../services/Baskets.ts"
import { defineTool } from "../Tool.ts"
import { tellCart } from "./tellCart.ts"

export const addToCart = defineTool(
  {
    name: "add_to_cart",
    aliases: ["add-to-cart", "add_to_basket"],
    toolset: "cart",
    title: "Add to cart",
    description:
      "Use this when the user wants to collect a listing before buying, or buy several things together. Without cart_id a new cart is made; pass the returned cart_id with every later call. To buy a single thing at once use create_checkout.",
    input: {
      listingId: ListingId.annotate({ description: "The id of the listing, as search_listings returned it" }),
      quantity: Quantity.annotate({ description: "How many more, 1 when not given" }).pipe(
        Schema.withDecodingDefaultKey(Effect.succeed(1))
      ),
      variant: Schema.optionalKey(variantName("Which variant, for listings that have them")),
      cartId: Schema.optionalKey(CartId.annotate({ description: "The cart to add to, from an earlier add_to_cart" }))
    },
    output: Cart,
    does: "creates",
    scopes: [],
    betterSignedIn: true,
    widget: "cart",
    widgetMayCall: true,
    says: ["Adding to the cart", "Added to the cart"],
    subject: ({ cartId }) => cartId,
    tell: tellCart
  },
  Effect.fnUntraced(function* ({ cartId, listingId, quantity, variant = "" }) {
    return yield* (yield* Baskets).add(cartId, { listingId, quantity, variant })
  })
)
