import { as, tool } from "../ask.ts"
import { address, type Market } from "../market.ts"

/** Enough of a GIF to be taken for one. */
export const tinyPicture = Buffer.from("GIF89a with nothing in it").toString("base64")

/** Every tool, called with every argument it knows. */
export const goodTools = {
  search: ({ plainShop }: Market) =>
    tool("search_listings", {
      query: "mug",
      category: "ceramics",
      category_id: "ceramics",
      city: "chicago",
      city_id: "chicago",
      price_min: 1,
      price_max: 200,
      in_stock: true,
      shop_id: plainShop,
      tags: ["gift"],
      sort_by: "newest",
      limit: 5,
      offset: 0
    }),
  listing: ({ plain }: Market) => tool("get_listing", { listing_id: plain }),
  addToCart: async ({ cart, key, varied, variant }: Market) =>
    tool("add_to_cart", {
      listing_id: varied,
      variant,
      quantity: 1,
      cart_id: await cart(),
      idempotency_key: key()
    }),
  addPlain: ({ plain }: Market) => tool("add_to_cart", { listing_id: plain, quantity: 1 }),
  cart: async ({ cart }: Market) => tool("get_cart", { cart_id: await cart() }),
  updateCart: async ({ cart, key, varied, variant }: Market) =>
    tool("update_cart", {
      cart_id: await cart(),
      lines: [{ listing_id: varied, variant, quantity: 3 }],
      idempotency_key: key()
    }),
  open: ({ key, varied, variant }: Market) =>
    tool("create_checkout", { listing_id: varied, variant, quantity: 2, idempotency_key: key() }),
  openPlain: ({ plain }: Market) => tool("create_checkout", { listing_id: plain }),
  openCart: async ({ cart }: Market) => tool("create_checkout", { cart_id: await cart() }),
  checkout: async ({ checkout }: Market) => tool("get_checkout", { session_id: await checkout() }),
  update: async ({ checkout, key, plain, plainShop }: Market) =>
    tool("update_checkout", {
      session_id: await checkout(),
      lines: [{ listing_id: plain, quantity: 2 }],
      email: "ada@example.com",
      name: "Ada Byron",
      phone: "+1 312 555 0100",
      shipping_address: { ...address, name: "Ada Byron", line2: "Apt 2", country: "US" },
      shipping_method: "standard",
      deliveries: [{ shop_id: plainShop, method: "expedited" }],
      pickup_notes: "Ring twice",
      discount_codes: ["WELCOME10"],
      idempotency_key: key()
    }),
  complete: async ({ key, plainShop, ready }: Market) =>
    tool("complete_checkout", {
      session_id: await ready(),
      email: "ada@example.com",
      shipping_address: address,
      shipping_method: "standard",
      deliveries: [{ shop_id: plainShop, method: "standard" }],
      payment_token: "spt_test_ok",
      authentication_result: { outcome: "authenticated" },
      idempotency_key: key()
    }),
  pay: async ({ ready }: Market) =>
    tool("complete_checkout", { session_id: await ready(), payment_token: "spt_test_ok" }),
  cancel: async ({ checkout, key }: Market) =>
    tool("cancel_checkout", { session_id: await checkout(), idempotency_key: key() }),
  orders: ({ buyer }: Market) => as(buyer, tool("get_orders", { status: "all", role: "buyer", limit: 5, offset: 0 })),
  order: ({ buyer, order }: Market) => as(buyer, tool("get_order_detail", { order_id: order })),
  cancelOrder: async ({ bought, key, writer }: Market) =>
    as(
      writer,
      tool("cancel_order", { order_id: await bought(), reason: "ordered twice by mistake", idempotency_key: key() })
    ),
  beginSignIn: ({ key }: Market) => tool("create_session", { idempotency_key: key() }),
  askSignIn: async ({ unanswered, key }: Market) =>
    tool("authenticate", { session_id: await unanswered(), scopes: ["orders.read"], idempotency_key: key() }),
  signInStatus: async ({ unanswered }: Market) => tool("get_auth_status", { session_id: await unanswered() }),
  ordersBySignIn: async ({ signedIn }: Market) => tool("get_orders", { sign_in_session: await signedIn() }),
  cartBySignIn: async ({ plain, signedIn }: Market) =>
    tool("add_to_cart", { listing_id: plain, quantity: 1, sign_in_session: await signedIn() }),
  categories: () => tool("list_categories"),
  createListing: ({ key, maker, sketch }: Market) =>
    as(
      maker,
      tool("create_listing", {
        ...sketch,
        category: "ceramics",
        city_id: "chicago",
        city: "Chicago, IL",
        images: ["https://pictures.example/1.jpg"],
        tags: ["gift"],
        materials: ["clay"],
        dimensions: "4 x 3 in",
        weight: 12.5,
        stock: 2,
        shipping_enabled: true,
        shipping_cost: 5.5,
        pickup_enabled: true,
        lead_time_days: 3,
        status: "active",
        idempotency_key: key()
      })
    ),
  updateListing: async ({ key, made, maker }: Market) =>
    as(
      maker,
      tool("update_listing", {
        listing_id: await made(),
        updates: {
          title: "Another stoneware mug",
          description: "Thrown by hand from another stoneware.",
          price: 31,
          stock: 4,
          category_id: "ceramics",
          city_id: "chicago",
          images: ["https://pictures.example/2.jpg"],
          tags: ["mug"],
          materials: ["clay"],
          dimensions: "4 x 4 in",
          weight: 13,
          shipping_enabled: true,
          shipping_cost: 6,
          pickup_enabled: true,
          lead_time_days: 2,
          status: "active"
        },
        idempotency_key: key()
      })
    ),
  deleteListing: async ({ key, made, maker }: Market) =>
    as(maker, tool("delete_listing", { listing_id: await made(), reason: "it broke", idempotency_key: key() })),
  myListings: ({ maker }: Market) =>
    as(maker, tool("list_my_listings", { status: "active", query: "mug", limit: 5, offset: 0 })),
  dashboard: ({ maker }: Market) => as(maker, tool("get_seller_dashboard", { time_period: "7d" })),
  paymentLink: async ({ checkout }: Market) => tool("get_payment_link", { session_id: await checkout() }),
  membership: () => tool("get_membership"),
  joinMembership: ({ key, stranger }: Market) => as(stranger, tool("join_membership", { idempotency_key: key() })),
  listingForm: async ({ made, maker }: Market) =>
    as(
      maker,
      tool("open_listing_form", {
        listing_id: await made(),
        title: "A mug",
        description: "Thrown by hand",
        price: 30,
        stock: 2,
        category: "ceramics"
      })
    ),
  newForm: ({ maker }: Market) => as(maker, tool("open_listing_form")),
  uploadImage: ({ key, maker }: Market) =>
    as(maker, tool("upload_listing_image", { data: tinyPicture, filename: "mug.gif", idempotency_key: key() })),
  orderStatus: async ({ key, maker, sold }: Market) =>
    as(
      maker,
      tool("update_order_status", {
        order_id: await sold("standard"),
        status: "shipped",
        carrier: "USPS",
        tracking_number: "9400",
        tracking_url: "https://tools.usps.com/9400",
        note: "With care",
        idempotency_key: key()
      })
    )
}
