import { Effect, Schema } from "effect"
import { Cart } from "../../../schemas/cart.ts"
import { CartId } from "../../../schemas/ids.ts"
import { Baskets } from "../../services/Baskets.ts"
import { defineTool } from "../Tool.ts"
import { tellCart } from "./tellCart.ts"

export const getCart = defineTool(
  {
    name: "get_cart",
    aliases: ["get_basket"],
    toolset: "cart",
    title: "Get the cart",
    description:
      "Use this when the user asks what is in their cart or what it costs so far. Guests need the cart_id; for a signed-in buyer the latest cart is found without it.",
    input: { cartId: Schema.optionalKey(CartId.annotate({ description: "The cart, from an earlier add_to_cart" })) },
    output: Cart,
    does: "reads",
    scopes: [],
    betterSignedIn: true,
    widget: "cart",
    widgetMayCall: true,
    says: ["Opening the cart", "Opened the cart"],
    tell: tellCart
  },
  ({ cartId }) => Effect.flatMap(Baskets, (baskets) => baskets.read(cartId))
)
