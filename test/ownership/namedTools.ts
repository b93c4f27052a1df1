import { tool } from "../badinput/ask.ts"
import { address } from "../badinput/market.ts"
import { about, type Named } from "./Named.ts"
import { carts, checkouts, drafts, listings, orders, sales, shops, signIns, unsold } from "./things.ts"

const pays = { payment_token: "spt_test_ok" }
const ships = { shipping_address: address, shipping_method: "standard" }

/** Every argument of a tool that names something which can be somebody's. */
export const namedTools: Readonly<Record<string, Named>> = {
  "get_listing listing_id": about(drafts, (listing_id) => tool("get_listing", { listing_id })),
  "add_to_cart listing_id": about(unsold, (listing_id) => tool("add_to_cart", { listing_id })),
  "add_to_cart cart_id": about(carts, (cart_id, { plain }) => tool("add_to_cart", { cart_id, listing_id: plain })),
  "get_cart cart_id": about(carts, (cart_id) => tool("get_cart", { cart_id })),
  "update_cart cart_id": about(carts, (cart_id, { plain }) =>
    tool("update_cart", { cart_id, lines: [{ listing_id: plain, quantity: 3 }] })
  ),
  "update_cart lines.0.listing_id": {
    things: unsold,
    ask: async ({ cart }) => {
      const cart_id = await cart()
      return (listing_id) => tool("update_cart", { cart_id, lines: [{ listing_id, quantity: 1 }] })
    }
  },
  "create_checkout listing_id": about(unsold, (listing_id) => tool("create_checkout", { listing_id })),
  "create_checkout cart_id": about(carts, (cart_id) => tool("create_checkout", { cart_id })),
  "get_checkout session_id": about(checkouts, (session_id) => tool("get_checkout", { session_id })),
  "update_checkout session_id": about(checkouts, (session_id) => tool("update_checkout", { session_id, ...ships })),
  "update_checkout lines.0.listing_id": {
    things: unsold,
    ask: async ({ checkout }) => {
      const session_id = await checkout()
      return (listing_id) => tool("update_checkout", { session_id, lines: [{ listing_id, quantity: 1 }] })
    }
  },
  "complete_checkout session_id": about(checkouts, (session_id) => tool("complete_checkout", { session_id, ...pays })),
  "complete_checkout checkout_session_id": about(checkouts, (checkout_session_id) =>
    tool("complete_checkout", { checkout_session_id, payment_data: { token: "spt_test_ok" } })
  ),
  "cancel_checkout session_id": about(checkouts, (session_id) => tool("cancel_checkout", { session_id })),
  "get_payment_link session_id": about(checkouts, (session_id) => tool("get_payment_link", { session_id })),
  "checkout_session checkout_session.items.0.id": about(unsold, (id) =>
    tool("checkout_session", { checkout_session: { items: [{ id, quantity: 1 }] } })
  ),
  "get_order_detail order_id": about(orders, (order_id) => tool("get_order_detail", { order_id })),
  "cancel_order order_id": about(orders, (order_id) => tool("cancel_order", { order_id })),
  "create_listing shop_id": about(shops, (shop_id, { sketch }) => tool("create_listing", { ...sketch, shop_id })),
  "update_listing listing_id": about(listings, (listing_id) =>
    tool("update_listing", { listing_id, updates: { price: 31 } })
  ),
  "delete_listing listing_id": about(listings, (listing_id) => tool("delete_listing", { listing_id })),
  "list_my_listings shop_id": about(shops, (shop_id) => tool("list_my_listings", { shop_id })),
  "get_seller_dashboard shop_id": about(shops, (shop_id) => tool("get_seller_dashboard", { shop_id })),
  "update_order_status order_id": about(sales, (order_id) =>
    tool("update_order_status", { order_id, status: "shipped", carrier: "USPS", tracking_number: "9400" })
  ),
  "open_listing_form listing_id": about(listings, (listing_id) => tool("open_listing_form", { listing_id })),
  "open_listing_form shop_id": about(shops, (shop_id) => tool("open_listing_form", { shop_id })),
  "authenticate session_id": about(signIns, (session_id) => tool("authenticate", { session_id })),
  "get_auth_status session_id": about(signIns, (session_id) => tool("get_auth_status", { session_id }))
}
