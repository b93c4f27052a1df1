import { as, rest } from "../ask.ts"
import { address, type Market } from "../market.ts"

/** Every endpoint, asked with everything it knows. */
export const goodRest = {
  search: () => rest("GET", "/listings/search?q=mug&limit=5"),
  listing: ({ plain }: Market) => rest("GET", `/listings/${plain}`),
  basket: async ({ cart }: Market) => rest("GET", `/basket?cart_id=${await cart()}`),
  add: async ({ cart, varied, variant }: Market) =>
    rest("POST", "/basket/items", { cart_id: await cart(), listing_id: varied, variant, quantity: 1 }),
  change: async ({ cart, plain }: Market) =>
    rest("PATCH", "/basket/items", { cart_id: await cart(), listing_id: plain, quantity: 3 }),
  remove: async ({ cart, plain }: Market) =>
    rest("DELETE", "/basket/items", { cart_id: await cart(), listing_id: plain }),
  open: ({ varied, variant }: Market) => rest("POST", "/checkouts", { listing_id: varied, variant, quantity: 2 }),
  openPlain: ({ plain }: Market) => rest("POST", "/checkouts", { listing_id: plain }),
  openCart: async ({ cart }: Market) => rest("POST", "/checkouts", { cart_id: await cart() }),
  openBasket: async ({ cart }: Market) => rest("POST", "/orders/checkout", { cart_id: await cart() }),
  checkout: async ({ checkout }: Market) => rest("GET", `/checkouts/${await checkout()}`),
  revise: async ({ checkout, plain, plainShop }: Market) =>
    rest("POST", `/checkouts/${await checkout()}`, {
      lines: [{ listing_id: plain, quantity: 2 }],
      email: "ada@example.com",
      name: "Ada Byron",
      phone: "+1 312 555 0100",
      shipping_address: { ...address, name: "Ada Byron", line2: "Apt 2", country: "US" },
      shipping_method: "standard",
      deliveries: [{ shop_id: plainShop, method: "expedited" }],
      pickup_notes: "Ring twice",
      discount_codes: ["WELCOME10"]
    }),
  complete: async ({ ready, plainShop }: Market) =>
    rest("POST", `/checkouts/${await ready()}/complete`, {
      email: "ada@example.com",
      shipping_address: address,
      shipping_method: "standard",
      deliveries: [{ shop_id: plainShop, method: "standard" }],
      payment_token: "spt_test_ok",
      authentication_result: { outcome: "authenticated" }
    }),
  cancel: async ({ checkout }: Market) => rest("POST", `/checkouts/${await checkout()}/cancel`),
  orders: ({ buyer }: Market) => as(buyer, rest("GET", "/orders?status=all&role=buyer&limit=5&offset=0")),
  cancelOrder: async ({ bought, writer }: Market) =>
    as(writer, rest("POST", `/orders/${await bought()}/cancel`, { reason: "ordered twice by mistake" })),
  order: ({ buyer, order }: Market) => as(buyer, rest("GET", `/orders/${order}`)),
  myListings: ({ maker }: Market) => as(maker, rest("GET", "/sellers/listings?status=active&q=mug&limit=5")),
  myListing: async ({ made, maker }: Market) => as(maker, rest("GET", `/sellers/listings/${await made()}`)),
  createListing: ({ maker, sketch }: Market) =>
    as(
      maker,
      rest("POST", "/sellers/listings", { ...sketch, tags: ["gift"], images: ["https://pictures.example/1.jpg"] })
    ),
  patchListing: async ({ made, maker }: Market) =>
    as(maker, rest("PATCH", `/sellers/listings/${await made()}`, { price: 31, stock: 4, tags: ["mug"] })),
  putListing: async ({ made, maker }: Market) =>
    as(maker, rest("PUT", `/sellers/listings/${await made()}`, { price: 31, stock: 4, tags: ["mug"] })),
  deleteListing: async ({ made, maker }: Market) =>
    as(maker, rest("DELETE", `/sellers/listings/${await made()}`, { reason: "it broke" })),
  dashboard: ({ maker }: Market) => as(maker, rest("GET", "/sellers/dashboard?time_period=7d")),
  orderStatus: async ({ maker, sold }: Market) =>
    as(
      maker,
      rest("POST", `/sellers/orders/${await sold("standard")}/status`, {
        status: "shipped",
        carrier: "USPS",
        tracking_number: "9400"
      })
    ),
  audit: ({ admin }: Market) => as(admin, rest("GET", "/admin/audit?action=cart.add&limit=5")),
  reviews: ({ admin }: Market) => as(admin, rest("GET", "/admin/listings?status=pending_review&limit=5")),
  review: async ({ admin, waiting }: Market) =>
    as(admin, rest("POST", `/admin/listings/${await waiting()}/review`, { decision: "reject", reason: "blurred" }))
}
