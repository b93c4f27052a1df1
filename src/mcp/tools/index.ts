import type { Caller } from "../../ports/Caller.ts"
import type { Baskets } from "../../services/Baskets.ts"
import type { Catalog } from "../../services/Catalog.ts"
import type { Ordering } from "../../services/Ordering.ts"
import type { Purchases } from "../../services/Purchases.ts"
import type { Tool, Toolset } from "../Tool.ts"
import { addToCart } from "./add_to_cart.ts"
import { cancelCheckout } from "./cancel_checkout.ts"
import { cancelOrder } from "./cancel_order.ts"
import { completeCheckout } from "./complete_checkout.ts"
import { createCheckout } from "./create_checkout.ts"
import { getCart } from "./get_cart.ts"
import { getCheckout } from "./get_checkout.ts"
import { getListing } from "./get_listing.ts"
import { getOrderDetail } from "./get_order_detail.ts"
import { getOrders } from "./get_orders.ts"
import { listCategories } from "./list_categories.ts"
import { searchListings } from "./search_listings.ts"
import { updateCart } from "./update_cart.ts"
import { updateCheckout } from "./update_checkout.ts"

/** Every tool, in the order in which clients list them. */
export const tools: ReadonlyArray<Tool<Catalog | Baskets | Ordering | Purchases | Caller>> = [
  searchListings,
  getListing,
  listCategories,
  addToCart,
  getCart,
  updateCart,
  createCheckout,
  getCheckout,
  updateCheckout,
  completeCheckout,
  cancelCheckout,
  getOrders,
  getOrderDetail,
  cancelOrder
]

export type { Toolset }
export const toolsets = ["storefront", "cart", "orders"] as const satisfies ReadonlyArray<Toolset>
