import { leavesOut, says, saysAll, verbatim } from "../ask.ts"
import { invalid, notFound, type Row, rowsOf, told } from "../Row.ts"
import { goodTools } from "./goodTools.ts"
import { broken, control, endless, nul, strangeIds, wrongIds, wrongQuantities } from "./values.ts"
import { wrongTypes } from "./wrongTypes.ts"

const wrong = told(invalid)
const unknown = told(notFound)

const ids = (what: string, good: Row["good"], path: string, refusal = unknown) => [
  ...Object.entries(strangeIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as ${path}`, says(path, id), refusal])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) => rowsOf(what, good, [`${name} as ${path}`, says(path, id), wrong]))
]

const quantities = (what: string, good: Row["good"], path: string, zeroIsFine = false) =>
  Object.entries(wrongQuantities)
    .filter(([, quantity]) => quantity !== 0 || !zeroIsFine)
    .flatMap(([name, quantity]) =>
      rowsOf(what, good, [
        `${name} as ${path}`,
        says(path, quantity === Number.POSITIVE_INFINITY ? verbatim("1e9999") : quantity),
        wrong
      ])
    )

const { search, update, complete } = goodTools

const idRows = [
  ...ids("get_listing", goodTools.listing, "listing_id"),
  ...ids("add_to_cart", goodTools.addPlain, "listing_id"),
  ...ids("add_to_cart", goodTools.addToCart, "cart_id"),
  ...ids("get_cart", goodTools.cart, "cart_id"),
  ...ids("update_cart", goodTools.updateCart, "cart_id"),
  ...ids("update_cart", goodTools.updateCart, "lines.0.listing_id"),
  ...ids("create_checkout", goodTools.openPlain, "listing_id"),
  ...ids("create_checkout", goodTools.openCart, "cart_id"),
  ...ids("get_checkout", goodTools.checkout, "session_id"),
  ...ids("update_checkout", update, "session_id"),
  ...ids("update_checkout", update, "lines.0.listing_id"),
  ...ids("update_checkout", update, "deliveries.0.shop_id", wrong),
  ...ids("complete_checkout", complete, "session_id"),
  ...ids("complete_checkout", complete, "deliveries.0.shop_id", wrong),
  ...ids("cancel_checkout", goodTools.cancel, "session_id"),
  ...ids("get_payment_link", goodTools.paymentLink, "session_id"),
  ...ids("get_order_detail", goodTools.order, "order_id"),
  ...ids("cancel_order", goodTools.cancelOrder, "order_id")
]

const quantityRows = [
  ...quantities("add_to_cart", goodTools.addPlain, "quantity"),
  ...quantities("update_cart", goodTools.updateCart, "lines.0.quantity", true),
  ...quantities("create_checkout", goodTools.openPlain, "quantity"),
  ...quantities("update_checkout", update, "lines.0.quantity", true)
]

const addressTypes = {
  "shipping_address.line1": "text",
  "shipping_address.city": "text",
  "shipping_address.state": "text",
  "shipping_address.zip": "text"
} as const

const typeRows = [
  ...wrongTypes("search_listings", search, [200, "VALIDATION_ERROR"], {
    query: "text",
    category: "text",
    category_id: "text",
    city: "text",
    city_id: "text",
    price_min: "number",
    price_max: "number",
    in_stock: "truth",
    shop_id: "text",
    tags: "list",
    "tags.0": "text",
    sort_by: "text",
    limit: "number",
    offset: "number"
  }),
  ...wrongTypes("add_to_cart", goodTools.addToCart, [200, "VALIDATION_ERROR"], {
    variant: "text",
    idempotency_key: "text"
  }),
  ...wrongTypes("update_cart", goodTools.updateCart, [200, "VALIDATION_ERROR"], {
    lines: "list",
    "lines.0": "object",
    "lines.0.variant": "text",
    idempotency_key: "text"
  }),
  ...wrongTypes("create_checkout", goodTools.open, [200, "VALIDATION_ERROR"], {
    variant: "text",
    idempotency_key: "text"
  }),
  ...wrongTypes("update_checkout", update, [200, "VALIDATION_ERROR"], {
    lines: "list",
    "lines.0": "object",
    email: "text",
    name: "text",
    phone: "text",
    shipping_address: "object",
    ...addressTypes,
    "shipping_address.name": "text",
    "shipping_address.line2": "text",
    "shipping_address.country": "text",
    shipping_method: "text",
    deliveries: "list",
    "deliveries.0": "object",
    "deliveries.0.method": "text",
    pickup_notes: "text",
    discount_codes: "list",
    "discount_codes.0": "text",
    idempotency_key: "text"
  }),
  ...wrongTypes("complete_checkout", complete, [200, "VALIDATION_ERROR"], {
    email: "text",
    shipping_address: "object",
    ...addressTypes,
    shipping_method: "text",
    deliveries: "list",
    "deliveries.0.method": "text",
    payment_token: "text",
    authentication_result: "object",
    "authentication_result.outcome": "text",
    idempotency_key: "text"
  }),
  ...wrongTypes("cancel_checkout", goodTools.cancel, [200, "VALIDATION_ERROR"], { idempotency_key: "text" }),
  ...wrongTypes("get_orders", goodTools.orders, [200, "VALIDATION_ERROR"], {
    status: "text",
    role: "text",
    limit: "number",
    offset: "number"
  })
]

const searchRows = rowsOf(
  "search_listings",
  search,
  ["no results wanted", says("limit", 0), wrong],
  ["51 results wanted", says("limit", 51), wrong],
  ["a billion results wanted", says("limit", 1e9), wrong],
  ["fewer than none wanted", says("limit", -1), wrong],
  ["half a result wanted", says("limit", 1.5), wrong],
  ["a page before the first", says("offset", -1), wrong],
  ["a page nobody turns to", says("offset", 1e12), wrong],
  ["a negative price", says("price_min", -1), wrong],
  ["a price beyond all goods", says("price_max", 1e308), wrong],
  ["a price beyond all numbers", says("price_max", verbatim("1e9999")), wrong],
  ["an order that is not known", says("sort_by", "price; DROP TABLE listings"), wrong],
  ["an order that every object has", says("sort_by", "constructor"), wrong],
  ["ten thousand letters to search for", says("query", endless), wrong],
  ["eleven tags", says("tags", Array(11).fill("gift")), wrong],
  ["a tag without end", says("tags", [endless]), wrong]
)

const orderRows = rowsOf(
  "get_orders",
  goodTools.orders,
  ["no orders wanted", says("limit", 0), wrong],
  ["51 orders wanted", says("limit", 51), wrong],
  ["a page before the first", says("offset", -1), wrong],
  ["a status that is none", says("status", "lost"), wrong],
  ["a role that is none", says("role", "admin"), wrong]
)

const missingRows = [
  ...rowsOf("get_listing", goodTools.listing, ["nothing said", saysAll({}), wrong]),
  ...rowsOf("get_listing", goodTools.listing, [
    "an id that is only inherited",
    saysAll(JSON.parse(`{"__proto__":{"listing_id":"lst_a"}}`)),
    wrong
  ]),
  ...rowsOf("add_to_cart", goodTools.addPlain, ["no listing", leavesOut("listing_id"), wrong]),
  ...rowsOf("update_cart", goodTools.updateCart, ["no lines", leavesOut("lines"), wrong]),
  ...rowsOf("update_cart", goodTools.updateCart, ["an empty list of lines", says("lines", []), wrong]),
  ...rowsOf("update_cart", goodTools.updateCart, [
    "51 lines",
    says("lines", Array(51).fill({ listing_id: "lst_a", quantity: 1 })),
    wrong
  ]),
  ...rowsOf("create_checkout", goodTools.openPlain, ["nothing to buy", leavesOut("listing_id"), wrong]),
  ...rowsOf("complete_checkout", goodTools.pay, ["nothing to pay with", leavesOut("payment_token"), wrong]),
  ...rowsOf("cancel_checkout", goodTools.cancel, ["no checkout", leavesOut("session_id"), wrong]),
  ...rowsOf("get_order_detail", goodTools.order, ["no order", leavesOut("order_id"), wrong]),
  ...rowsOf(
    "cancel_order",
    goodTools.cancelOrder,
    ["no order", leavesOut("order_id"), wrong],
    ["a reason of 501 characters", says("reason", "x".repeat(501)), wrong],
    ["a reason with a null character", says("reason", "a\u0000b"), wrong]
  ),
  ...rowsOf(
    "add_to_cart",
    goodTools.addToCart,
    ["an empty idempotency_key", says("idempotency_key", ""), wrong],
    ["an idempotency_key of 256 characters", says("idempotency_key", "k".repeat(256)), wrong],
    ["an idempotency_key with a NUL", says("idempotency_key", "k\0"), wrong],
    ["half a letter in an idempotency_key", says("idempotency_key", "k\ud800"), wrong]
  )
]

const buyerRows = rowsOf(
  "update_checkout",
  update,
  ["an e-mail without @", says("email", "ada.example.com"), wrong],
  ["an e-mail with two @", says("email", "ada@home@example.com"), wrong],
  ["an e-mail without a dot", says("email", "ada@localhost"), wrong],
  ["an empty e-mail", says("email", ""), wrong],
  ["an e-mail of 300 characters", says("email", `${"a".repeat(290)}@example.com`), wrong],
  ["an e-mail with a line break", says("email", "ada@example.com\nBcc: all@example.com"), wrong],
  ["an e-mail with a NUL", says("email", "a\0da@example.com"), wrong],
  ["an e-mail with a bell", says("email", "a\u0007da@example.com"), wrong],
  ["an e-mail with half a letter", says("email", "a\ud800da@example.com"), wrong],
  ["a name with control characters", says("name", control), wrong],
  ["a name with a NUL", says("name", nul), wrong],
  ["a name with half a letter", says("name", broken), wrong],
  ["a name of ten thousand characters", says("name", endless), wrong],
  ["a phone number of ten thousand characters", says("phone", endless), wrong],
  ["a phone number with half a letter", says("phone", broken), wrong],
  ["notes with a NUL", says("pickup_notes", nul), wrong],
  ["notes with half a letter", says("pickup_notes", broken), wrong],
  ["notes of ten thousand characters", says("pickup_notes", endless), wrong],
  ["six discount codes", says("discount_codes", [..."abcdef"]), wrong],
  ["an empty discount code", says("discount_codes", [""]), wrong],
  ["a discount code of ten thousand characters", says("discount_codes", [endless]), wrong],
  ["a discount code with half a letter", says("discount_codes", ["A\ud800"]), wrong],
  ["a discount code with a NUL", says("discount_codes", ["A\0"]), wrong]
)

const addressRows = rowsOf(
  "update_checkout",
  update,
  ["a state that is none", says("shipping_address.state", "ZZ"), wrong],
  ["a state that every object has", says("shipping_address.state", "constructor"), wrong],
  ["letters for a ZIP code", says("shipping_address.zip", "abcde"), wrong],
  ["a ZIP code of four digits", says("shipping_address.zip", "6060"), wrong],
  ["France", says("shipping_address.country", "FR"), wrong],
  ["a country in full", says("shipping_address.country", "United States"), wrong],
  ["no street", leavesOut("shipping_address.line1"), wrong],
  ["an empty street", says("shipping_address.line1", "  "), wrong],
  ["a street of ten thousand characters", says("shipping_address.line1", endless), wrong],
  ["a street with control characters", says("shipping_address.line1", control), wrong],
  ["a street with a NUL", says("shipping_address.line1", nul), wrong],
  ["a street with half a letter", says("shipping_address.line1", broken), wrong],
  ["a city with half a letter", says("shipping_address.city", broken), wrong],
  ["no city", leavesOut("shipping_address.city"), wrong],
  ["an empty address", says("shipping_address", {}), wrong]
)

const deliveryRows = [
  ...rowsOf(
    "update_checkout",
    update,
    ["a way of shipping that is none", says("shipping_method", "drone"), wrong],
    ["a way of shipping that every object has", says("shipping_method", "toString"), wrong],
    [
      "a delivery of a shop that has no part in it",
      (ask, m) => says("deliveries.0.shop_id", m.variedShop === m.plainShop ? "shp_x" : m.variedShop)(ask),
      wrong
    ],
    ["a delivery of no shop", leavesOut("deliveries.0.shop_id"), wrong],
    ["51 lines", says("lines", Array(51).fill({ listing_id: "lst_a", quantity: 1 })), wrong],
    ["three thousand empty lines", says("lines", Array(3000).fill({})), wrong],
    ["51 deliveries", says("deliveries", Array(51).fill({ shop_id: "shp_a", method: "pickup" })), wrong],
    ["nothing left to buy", says("lines.0.quantity", 0), wrong]
  ),
  ...rowsOf("update_checkout", update, [
    "shipping of what is only picked up",
    (ask, m) => says("lines", [{ listing_id: m.stationary, quantity: 1 }])(ask),
    wrong
  ])
]

const paymentRows = rowsOf(
  "complete_checkout",
  goodTools.pay,
  ["an empty payment token", says("payment_token", ""), wrong],
  ["a payment token of 501 characters", says("payment_token", "t".repeat(501)), wrong],
  ["an outcome that is none", says("authentication_result", { outcome: "maybe" }), wrong],
  ["an outcome that is missing", says("authentication_result", {}), wrong],
  ["a state that is none", says("shipping_address", { line1: "1", city: "x", state: "ZZ", zip: "60601" }), wrong],
  ["a way of shipping that is none", says("shipping_method", "drone"), wrong]
)

/** What a model or a widget may get wrong in the arguments of a tool. */
export const toolArguments: ReadonlyArray<Row> = [
  ...idRows,
  ...quantityRows,
  ...typeRows,
  ...searchRows,
  ...orderRows,
  ...missingRows,
  ...buyerRows,
  ...addressRows,
  ...deliveryRows,
  ...paymentRows
]
