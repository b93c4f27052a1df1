import { rest } from "../badinput/ask.ts"
import { address } from "../badinput/market.ts"
import { about, type Named } from "./Named.ts"
import { addresses, carts, checkouts, drafts, listings, orders, sales, shops, unsold } from "./things.ts"

const pays = { payment_token: "spt_test_ok" }
const ships = { shipping_address: address, shipping_method: "standard" }
const shipped = { status: "shipped", carrier: "USPS", tracking_number: "9400" }

/** One of the lines of a cart that answers to whoever holds its id. */
const line = (method: string, quantity: object): Named => ({
  things: unsold,
  ask: async ({ cart }) => {
    const cart_id = await cart()
    return (listing_id) => rest(method, "/basket/items", { cart_id, listing_id, ...quantity })
  }
})

/** Every part of a request over REST that names something which can be somebody's. */
export const namedRest: Readonly<Record<string, Named>> = {
  "GET /api/v1/listings/{id} id": about(drafts, (id) => rest("GET", `/listings/${id}`)),
  "GET /api/v1/basket cart_id": about(carts, (id) => rest("GET", `/basket?cart_id=${id}`)),
  "POST /api/v1/basket/items cart_id": about(carts, (cart_id, { plain }) =>
    rest("POST", "/basket/items", { cart_id, listing_id: plain })
  ),
  "POST /api/v1/basket/items listing_id": line("POST", { quantity: 1 }),
  "PATCH /api/v1/basket/items cart_id": about(carts, (cart_id, { plain }) =>
    rest("PATCH", "/basket/items", { cart_id, listing_id: plain, quantity: 3 })
  ),
  "PATCH /api/v1/basket/items listing_id": line("PATCH", { quantity: 1 }),
  "DELETE /api/v1/basket/items cart_id": about(carts, (cart_id, { plain }) =>
    rest("DELETE", "/basket/items", { cart_id, listing_id: plain })
  ),
  "POST /api/v1/checkouts listing_id": about(unsold, (listing_id) => rest("POST", "/checkouts", { listing_id })),
  "POST /api/v1/checkouts cart_id": about(carts, (cart_id) => rest("POST", "/checkouts", { cart_id })),
  "POST /api/v1/orders/checkout cart_id": about(carts, (cart_id) => rest("POST", "/orders/checkout", { cart_id })),
  "GET /api/v1/checkouts/{id} id": about(checkouts, (id) => rest("GET", `/checkouts/${id}`)),
  "POST /api/v1/checkouts/{id} id": about(checkouts, (id) => rest("POST", `/checkouts/${id}`, ships)),
  "POST /api/v1/checkouts/{id} lines.0.listing_id": {
    things: unsold,
    ask: async ({ checkout }) => {
      const id = await checkout()
      return (listing_id) => rest("POST", `/checkouts/${id}`, { lines: [{ listing_id, quantity: 1 }] })
    }
  },
  "POST /api/v1/checkouts/{id}/complete id": about(checkouts, (id) => rest("POST", `/checkouts/${id}/complete`, pays)),
  "POST /api/v1/checkouts/{id}/cancel id": about(checkouts, (id) => rest("POST", `/checkouts/${id}/cancel`)),
  "GET /api/v1/orders/{id} id": about(orders, (id) => rest("GET", `/orders/${id}`)),
  "GET /api/v1/orders/{id}/invoice id": about(orders, (id) => rest("GET", `/orders/${id}/invoice`)),
  "POST /api/v1/orders/{id}/cancel id": about(orders, (id) => rest("POST", `/orders/${id}/cancel`, {})),
  "GET /api/v1/sellers/listings shop_id": about(shops, (id) => rest("GET", `/sellers/listings?shop_id=${id}`)),
  "POST /api/v1/sellers/listings shop_id": about(shops, (shop_id, { sketch }) =>
    rest("POST", "/sellers/listings", { ...sketch, shop_id })
  ),
  "GET /api/v1/sellers/listings/{id} id": about(listings, (id) => rest("GET", `/sellers/listings/${id}`)),
  "PATCH /api/v1/sellers/listings/{id} id": about(listings, (id) =>
    rest("PATCH", `/sellers/listings/${id}`, { price: 31 })
  ),
  "PUT /api/v1/sellers/listings/{id} id": about(listings, (id) =>
    rest("PUT", `/sellers/listings/${id}`, { price: 31 })
  ),
  "DELETE /api/v1/sellers/listings/{id} id": about(listings, (id) => rest("DELETE", `/sellers/listings/${id}`, {})),
  "GET /api/v1/sellers/dashboard shop_id": about(shops, (id) => rest("GET", `/sellers/dashboard?shop_id=${id}`)),
  "POST /api/v1/sellers/orders/{id}/status id": about(sales, (id) =>
    rest("POST", `/sellers/orders/${id}/status`, shipped)
  ),
  "PATCH /api/v1/account/addresses/{id} id": about(addresses, (id) =>
    rest("PATCH", `/account/addresses/${id}`, { address })
  ),
  "DELETE /api/v1/account/addresses/{id} id": about(addresses, (id) => rest("DELETE", `/account/addresses/${id}`)),
  "POST /api/v1/admin/listings/{id}/review id": about(
    { "one that waits": { owners: ["admin"], make: (m) => m.waiting() } },
    (id) => rest("POST", `/admin/listings/${id}/review`, { decision: "reject", reason: "blurred" })
  )
}
