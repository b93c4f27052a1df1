/** What the tool specifications name, written by hand: fields, types, enums and bounds that must keep their names and meaning. */

export interface Specified {
  readonly inputs: Readonly<
    Record<
      string,
      {
        readonly type: string
        readonly enum?: ReadonlyArray<string>
        readonly maximum?: number
        readonly required?: boolean
      }
    >
  >
  /** Paths into the answer; `[]` goes into a list. */
  readonly outputs: ReadonlyArray<string>
}

export const specified: Readonly<Record<string, Specified>> = {
  search_listings: {
    inputs: {
      query: { type: "string" },
      category: { type: "string" },
      price_min: { type: "number" },
      price_max: { type: "number" },
      city_id: { type: "string" },
      sort_by: { type: "string", enum: ["newest", "price_asc", "price_desc", "popular"] },
      limit: { type: "integer", maximum: 50 },
      offset: { type: "integer" },
      city: { type: "string" },
      category_id: { type: "string" },
      in_stock: { type: "boolean" },
      shop_id: { type: "string" },
      tags: { type: "array" }
    },
    outputs: [
      "listings[].id",
      "listings[].title",
      "listings[].description",
      "listings[].price",
      "listings[].currency",
      "listings[].images",
      "listings[].seller.id",
      "listings[].seller.name",
      "listings[].seller.city",
      "listings[].seller.rating",
      "listings[].category",
      "listings[].tags",
      "listings[].in_stock",
      "total_count",
      "has_more",
      "facets.categories",
      "facets.cities",
      "facets.prices",
      "suggestion"
    ]
  },
  get_listing: {
    inputs: { listing_id: { type: "string", required: true } },
    outputs: [
      "listing.id",
      "listing.title",
      "listing.description",
      "listing.price",
      "listing.currency",
      "listing.images",
      "listing.seller.id",
      "listing.seller.shop_name",
      "listing.seller.city",
      "listing.seller.rating",
      "listing.seller.total_reviews",
      "listing.category",
      "listing.tags",
      "listing.stock",
      "listing.variants",
      "listing.shipping_enabled",
      "listing.shipping_cost",
      "listing.pickup_enabled",
      "listing.lead_time_days",
      "listing.return_policy",
      "listing.created_at",
      "listing.reviews_summary.average_rating",
      "listing.reviews_summary.total_reviews",
      "listing.reviews_summary.recent_reviews[].rating",
      "listing.reviews_summary.recent_reviews[].comment",
      "listing.reviews_summary.recent_reviews[].reviewer_name",
      "listing.reviews_summary.recent_reviews[].date"
    ]
  },
  create_checkout: {
    inputs: {
      listing_id: { type: "string" },
      quantity: { type: "integer" },
      variant: { type: "string" },
      cart_id: { type: "string" }
    },
    outputs: [
      "checkout_session.id",
      "checkout_session.listing_id",
      "checkout_session.quantity",
      "checkout_session.lines",
      "checkout_session.subtotal",
      "checkout_session.total",
      "checkout_session.currency",
      "checkout_session.expires_at",
      "checkout_session.status"
    ]
  },
  complete_checkout: {
    inputs: {
      session_id: { type: "string" },
      shipping_address: { type: "object" },
      shipping_method: { type: "string", enum: ["standard", "expedited", "pickup"] },
      pickup_notes: { type: "string" },
      payment_token: { type: "string" },
      email: { type: "string" },
      authentication_result: { type: "object" },
      checkout_session_id: { type: "string" },
      buyer: { type: "object" },
      payment_data: { type: "object" }
    },
    outputs: [
      "order.id",
      "order.confirmation_number",
      "order.total",
      "order.currency",
      "order.payment_status",
      "order.estimated_delivery",
      "order.tracking_url",
      "orders",
      "message"
    ]
  },
  checkout_session: {
    inputs: { checkout_session: { type: "object", required: true } },
    outputs: [
      "id",
      "status",
      "currency",
      "line_items",
      "fulfillment_address",
      "fulfillment_options",
      "fulfillment_option_id",
      "totals",
      "messages",
      "order.id",
      "order.checkout_session_id",
      "order.permalink_url",
      "continue_url"
    ]
  },
  get_orders: {
    inputs: {
      status: { type: "string", enum: ["all", "pending", "shipped", "delivered", "cancelled"] },
      role: { type: "string", enum: ["buyer", "seller"] },
      limit: { type: "integer" },
      offset: { type: "integer" }
    },
    outputs: [
      "orders[].id",
      "orders[].order_number",
      "orders[].status",
      "orders[].total",
      "orders[].created_at",
      "orders[].estimated_delivery",
      "orders[].items[].listing_id",
      "orders[].items[].title",
      "orders[].items[].image",
      "orders[].items[].quantity",
      "orders[].items[].price",
      "orders[].seller",
      "orders[].buyer",
      "total_count"
    ]
  },
  get_order_detail: {
    inputs: { order_id: { type: "string", required: true } },
    outputs: [
      "order.id",
      "order.order_number",
      "order.status",
      "order.created_at",
      "order.items[].listing_id",
      "order.items[].title",
      "order.items[].image",
      "order.items[].quantity",
      "order.items[].price",
      "order.subtotal",
      "order.tax",
      "order.shipping_cost",
      "order.total",
      "order.payment_status",
      "order.shipping_address",
      "order.tracking_number",
      "order.tracking_url",
      "order.estimated_delivery",
      "order.seller.shop_name",
      "order.seller.city",
      "order.buyer.name",
      "order.buyer.email"
    ]
  },
  list_categories: { inputs: {}, outputs: ["categories[].slug", "categories[].name"] },
  add_to_cart: {
    inputs: {
      listing_id: { type: "string", required: true },
      quantity: { type: "integer" },
      variant: { type: "string" },
      cart_id: { type: "string" }
    },
    outputs: ["cart_id", "lines[].listing_id", "lines[].quantity", "subtotal", "currency"]
  },
  get_cart: { inputs: { cart_id: { type: "string" } }, outputs: ["cart_id", "lines", "subtotal"] },
  update_cart: {
    inputs: { cart_id: { type: "string" }, lines: { type: "array", required: true } },
    outputs: ["cart_id", "lines", "subtotal"]
  },
  get_checkout: {
    inputs: { session_id: { type: "string", required: true } },
    outputs: ["checkout_session.id", "checkout_session.status"]
  },
  update_checkout: {
    inputs: {
      session_id: { type: "string", required: true },
      email: { type: "string" },
      shipping_address: { type: "object" },
      shipping_method: { type: "string" },
      discount_codes: { type: "array" }
    },
    outputs: ["checkout_session.id", "checkout_session.total"]
  },
  cancel_checkout: { inputs: { session_id: { type: "string", required: true } }, outputs: ["checkout_session.status"] },
  cancel_order: {
    inputs: { order_id: { type: "string", required: true }, reason: { type: "string" } },
    outputs: ["order.status", "order.refunded", "order.cancelable_until"]
  },
  create_session: {
    inputs: {},
    outputs: [
      "session.id",
      "session.status",
      "session.sign_in_url",
      "session.expires_at",
      "session.account.name",
      "session.scopes",
      "message"
    ]
  },
  authenticate: {
    inputs: { session_id: { type: "string", required: true }, scopes: { type: "array" } },
    outputs: ["session.id", "session.status", "session.sign_in_url"]
  },
  get_auth_status: {
    inputs: { session_id: { type: "string", required: true } },
    outputs: ["session.id", "session.status", "session.account.name"]
  },
  create_listing: {
    inputs: {
      title: { type: "string", required: true },
      description: { type: "string", required: true },
      price: { type: "number", required: true },
      category_id: { type: "string" },
      city_id: { type: "string" },
      images: { type: "array" },
      tags: { type: "array" },
      stock: { type: "integer" },
      shipping_enabled: { type: "boolean" },
      shipping_cost: { type: "number" },
      pickup_enabled: { type: "boolean" },
      lead_time_days: { type: "integer" },
      materials: { type: "array" },
      dimensions: { type: "string" },
      weight: { type: "number" },
      category: { type: "string" },
      city: { type: "string" },
      status: { type: "string", enum: ["active", "draft"] },
      shop_id: { type: "string" }
    },
    outputs: ["listing.id", "listing.title", "listing.price", "listing.status", "listing.url", "message"]
  },
  update_listing: {
    inputs: {
      listing_id: { type: "string", required: true },
      updates: { type: "object", required: true },
      "updates.title": { type: "string" },
      "updates.description": { type: "string" },
      "updates.price": { type: "number" },
      "updates.stock": { type: "integer" },
      "updates.shipping_cost": { type: "number" },
      "updates.tags": { type: "array" },
      "updates.status": { type: "string", enum: ["active", "draft", "sold"] }
    },
    outputs: ["listing.id", "listing.title", "listing.price", "listing.status", "message"]
  },
  delete_listing: {
    inputs: { listing_id: { type: "string", required: true }, reason: { type: "string" } },
    outputs: ["success", "message"]
  },
  list_my_listings: {
    inputs: {
      status: { type: "string", enum: ["all", "active", "draft", "pending_review", "sold", "deleted"] },
      query: { type: "string" },
      limit: { type: "integer", maximum: 50 },
      offset: { type: "integer" }
    },
    outputs: ["listings[].id", "listings[].status", "listings[].stock", "listings[].url", "total_count", "has_more"]
  },
  get_seller_dashboard: {
    inputs: { time_period: { type: "string", enum: ["7d", "30d", "90d", "1y", "all"] } },
    outputs: [
      "dashboard.total_sales",
      "dashboard.sales_count",
      "dashboard.active_listings",
      "dashboard.pending_orders",
      "dashboard.average_rating",
      "dashboard.sales_chart[].date",
      "dashboard.sales_chart[].amount",
      "dashboard.top_products[].listing_id",
      "dashboard.top_products[].title",
      "dashboard.top_products[].sales",
      "dashboard.top_products[].revenue",
      "dashboard.recent_orders[].order_id",
      "dashboard.recent_orders[].total",
      "dashboard.recent_orders[].status",
      "dashboard.recent_orders[].created_at",
      "dashboard.orders_to_do[].order_id",
      "dashboard.low_stock[].listing_id"
    ]
  },
  update_order_status: {
    inputs: {
      order_id: { type: "string", required: true },
      status: { type: "string", enum: ["processing", "ready_for_pickup", "shipped", "delivered"], required: true },
      carrier: { type: "string" },
      tracking_number: { type: "string" },
      tracking_url: { type: "string" },
      note: { type: "string" }
    },
    outputs: ["order.id", "order.status", "order.carrier", "order.tracking_number", "order.tracking_url", "message"]
  }
}

export const aliases: Readonly<Record<string, string>> = {
  search_products: "search_listings",
  "search-target-products": "search_listings",
  get_product_info: "get_listing",
  "add-to-cart": "add_to_cart",
  add_to_basket: "add_to_cart",
  get_basket: "get_cart",
  create_order: "create_checkout",
  checkout: "create_checkout",
  get_order: "get_order_detail",
  create_product: "create_listing",
  update_product: "update_listing",
  delete_product: "delete_listing",
  list_products: "list_my_listings",
  get_seller_stats: "get_seller_dashboard",
  "check-circle-membership": "get_membership",
  "circle-signup": "join_membership",
  "create-target-session": "create_session",
  "authenticate-target": "authenticate",
  "get-target-auth-status": "get_auth_status"
}

/** Name, hints and scopes of each tool, as the wire must show them. */
export const hints: Readonly<
  Record<string, readonly [readOnly: boolean, destructive: boolean, scopes: ReadonlyArray<string> | "noauth" | "mixed"]>
> = {
  search_listings: [true, false, "noauth"],
  get_listing: [true, false, "noauth"],
  list_categories: [true, false, "noauth"],
  add_to_cart: [false, false, "mixed"],
  get_cart: [true, false, "mixed"],
  update_cart: [false, true, "mixed"],
  create_checkout: [false, false, "mixed"],
  get_checkout: [true, false, "mixed"],
  update_checkout: [false, true, "mixed"],
  complete_checkout: [false, true, "mixed"],
  cancel_checkout: [false, true, "mixed"],
  checkout_session: [false, false, "mixed"],
  get_payment_link: [true, false, "mixed"],
  get_orders: [true, false, ["orders.read"]],
  get_order_detail: [true, false, ["orders.read"]],
  cancel_order: [false, true, "mixed"],
  create_listing: [false, false, ["listings.write"]],
  update_listing: [false, true, ["listings.write"]],
  delete_listing: [false, true, ["listings.write"]],
  list_my_listings: [true, false, ["listings.read"]],
  get_seller_dashboard: [true, false, ["seller.manage"]],
  update_order_status: [false, true, ["orders.write"]],
  open_listing_form: [true, false, ["listings.write"]],
  upload_listing_image: [false, false, ["listings.write"]],
  get_membership: [true, false, "mixed"],
  join_membership: [false, false, ["orders.write"]],
  create_session: [false, false, "noauth"],
  authenticate: [false, true, "noauth"],
  get_auth_status: [true, false, "noauth"]
}

/** Which widget shows the answer of which tool. */
export const specifiedWidgets: Readonly<Record<string, string>> = {
  search_listings: "product_grid",
  get_listing: "product_detail",
  add_to_cart: "cart",
  get_cart: "cart",
  update_cart: "cart",
  create_checkout: "checkout",
  get_checkout: "checkout",
  update_checkout: "checkout",
  complete_checkout: "order_confirmation",
  cancel_checkout: "checkout",
  get_orders: "order_list",
  get_order_detail: "order_detail",
  cancel_order: "order_detail",
  create_listing: "listing_confirmation",
  update_listing: "listing_confirmation",
  get_seller_dashboard: "seller_dashboard",
  open_listing_form: "listing_form",
  get_membership: "membership",
  join_membership: "membership",
  create_session: "sign_in",
  authenticate: "sign_in",
  get_auth_status: "sign_in"
}
