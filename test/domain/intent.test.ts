import { describe, expect, it } from "vitest"
import { intentOf, type Known } from "../../src/domain/intent.ts"

const categories = [
  { slug: "jewelry", name: "Jewelry" },
  { slug: "home-decor", name: "Home & Decor" },
  { slug: "art", name: "Art" },
  { slug: "toys", name: "Toys" },
  { slug: "ceramics", name: "Ceramics" }
]
const cities = [
  { slug: "chicago", name: "Chicago" },
  { slug: "santa-fe", name: "Santa Fe" },
  { slug: "portland", name: "Portland" }
]
const fresh: Known = { categories, cities }
const found: Known = {
  ...fresh,
  listings: [
    { id: "lst_a", title: "Lake Blue Mug with Thumb Rest" },
    { id: "lst_b", title: "Tenmoku Diner Mug" },
    { id: "lst_c", title: "Beeswax Taper" }
  ]
}
const opened: Known = { ...found, listingId: "lst_b", cartId: "crt_1" }
const buying: Known = { ...opened, sessionId: "chk_1" }
const bought: Known = {
  ...fresh,
  orders: [
    { id: "ord_2", orderNumber: "CL-1002" },
    { id: "ord_1", orderNumber: "CL-1001" }
  ]
}

type Row = readonly [said: string, known: Known, tool: string | undefined, args?: Record<string, unknown>]

const told = (rows: ReadonlyArray<Row>) => {
  for (const [said, known, tool, args] of rows) {
    it(said === "" ? "nothing" : said, () => {
      const intent = intentOf(said, known)
      expect([intent.tool, intent.arguments]).toEqual([tool, args ?? (tool === undefined ? undefined : {})])
      if (tool === undefined) expect(intent.reply).toMatch(/\w/)
      expect(intentOf(said, known)).toEqual(intent)
    })
  }
}

const search = "search_listings"

describe("what is looked for", () => {
  told([
    ["mugs under $30", fresh, search, { query: "mugs", price_max: 30 }],
    ["Show me mugs under 30 dollars, please!", fresh, search, { query: "mugs", price_max: 30 }],
    [
      "I'm looking for a wool scarf between $40 and $90",
      fresh,
      search,
      { query: "wool scarf", price_min: 40, price_max: 90 }
    ],
    ["bowls $20-$50", fresh, search, { query: "bowls", price_min: 20, price_max: 50 }],
    ["vases over $100", fresh, search, { query: "vases", price_min: 100 }],
    ["a leather bag around $80", fresh, search, { query: "leather bag", price_min: 64, price_max: 96 }],
    ["jewelry in Chicago", fresh, search, { category: "jewelry", city: "chicago" }],
    ["silver rings from santa fe below $60", fresh, search, { query: "silver rings", city: "santa-fe", price_max: 60 }],
    ["home & decor", fresh, search, { category: "home-decor" }],
    ["wooden toys", fresh, search, { query: "wooden", category: "toys" }],
    ["find me the cheapest mugs", fresh, search, { query: "mugs", sort_by: "price_asc" }],
    ["newest ceramics in stock", fresh, search, { category: "ceramics", in_stock: true, sort_by: "newest" }],
    ["what's popular", fresh, search, { query: "what's", sort_by: "popular" }],
    ["Show me popular pieces.", fresh, search, { sort_by: "popular" }],
    ["Zeig mir beliebte Stücke.", fresh, search, { sort_by: "popular" }],
    ["something under $20", fresh, search, { price_max: 20 }],
    ["earrings for my mother", fresh, search, { query: "earrings for my mother" }],
    ["a partial set", fresh, search, { query: "partial set" }],
    ["mugs up to $24.50", fresh, search, { query: "mugs", price_max: 24.5 }],
    ["show me candles", found, search, { query: "candles" }],
    ["<script>alert(1)</script>", fresh, search, { query: "<script>alert(1)</script>" }],
    ["what categories are there?", fresh, "list_categories"]
  ])
})

describe("one of what was found", () => {
  told([
    ["open the second one", found, "get_listing", { listing_id: "lst_b" }],
    ["show me the 3rd", found, "get_listing", { listing_id: "lst_c" }],
    ["the last one", found, "get_listing", { listing_id: "lst_c" }],
    ["open 1", found, "get_listing", { listing_id: "lst_a" }],
    ["tell me more about the diner mug", found, "get_listing", { listing_id: "lst_b" }],
    ["show me #2", found, "get_listing", { listing_id: "lst_b" }],
    ["more about it", opened, "get_listing", { listing_id: "lst_b" }],
    ["Show me listing lst_x9-Z (Ceramics, $28.00).", fresh, "get_listing", { listing_id: "lst_x9-Z" }],
    ["open the ninth one", found, undefined],
    ["open the second one", fresh, undefined]
  ])
})

describe("the cart and the checkout", () => {
  told([
    ["add the first one", found, "add_to_cart", { listing_id: "lst_a", quantity: 1 }],
    [
      "Add two of the second one to my cart",
      opened,
      "add_to_cart",
      { listing_id: "lst_b", quantity: 2, cart_id: "crt_1" }
    ],
    ["put the beeswax taper into the basket", found, "add_to_cart", { listing_id: "lst_c", quantity: 1 }],
    ["add it to my cart", opened, "add_to_cart", { listing_id: "lst_b", quantity: 1, cart_id: "crt_1" }],
    ["add it", fresh, undefined],
    ["show my cart", opened, "get_cart", { cart_id: "crt_1" }],
    ["what's in my basket?", fresh, "get_cart"],
    ["check out", opened, "create_checkout", { cart_id: "crt_1" }],
    ["checkout", { ...found, listingId: "lst_b" }, "create_checkout", { listing_id: "lst_b", quantity: 1 }],
    ["check out", fresh, undefined],
    ["buy the first one", found, "create_checkout", { listing_id: "lst_a", quantity: 1 }],
    ["pay", buying, "get_checkout", { session_id: "chk_1" }],
    ["place my order", buying, "get_checkout", { session_id: "chk_1" }],
    ["pay", opened, undefined],
    ["pay with spt_test_ok", buying, "complete_checkout", { session_id: "chk_1", payment_token: "spt_test_ok" }],
    ["pay with spt_test_ok", opened, undefined],
    ["use code welcome10", buying, "update_checkout", { session_id: "chk_1", discount_codes: ["WELCOME10"] }],
    ["expedited shipping please", buying, "update_checkout", { session_id: "chk_1", shipping_method: "expedited" }],
    [
      "send it to 5 Side St, Chicago, IL 60601, I'm ada@example.com",
      buying,
      "update_checkout",
      {
        session_id: "chk_1",
        email: "ada@example.com",
        shipping_address: { line1: "5 Side St", city: "Chicago", state: "IL", zip: "60601", country: "US" }
      }
    ],
    ["I would like to buy listing lst_a. Show me checkout chk_9.", fresh, "get_checkout", { session_id: "chk_9" }],
    ["My checkout is over. Please start it again from my cart.", opened, "create_checkout", { cart_id: "crt_1" }],
    ["buy lst_b-2", fresh, "create_checkout", { listing_id: "lst_b-2", quantity: 1 }],
    ["check out cart crt_5", fresh, "create_checkout", { cart_id: "crt_5" }],
    ["cancel the checkout", buying, "cancel_checkout", { session_id: "chk_1" }]
  ])
})

describe("what was bought", () => {
  told([
    ["my orders", fresh, "get_orders", { status: "all" }],
    ["show me my shipped orders", fresh, "get_orders", { status: "shipped" }],
    ["cancelled orders", fresh, "get_orders", { status: "cancelled" }],
    ["orders to ship", fresh, "get_orders", { status: "all", role: "seller" }],
    ["open my last order", bought, "get_order_detail", { order_id: "ord_2" }],
    ["open the second order", bought, "get_order_detail", { order_id: "ord_1" }],
    ["show me order CL-1001", bought, "get_order_detail", { order_id: "ord_1" }],
    ["where is my order", bought, "get_order_detail", { order_id: "ord_2" }],
    ["where is my parcel?", { ...bought, orderId: "ord_1" }, "get_order_detail", { order_id: "ord_1" }],
    ["track it", { ...fresh, orderId: "ord_9" }, "get_order_detail", { order_id: "ord_9" }],
    ["where is my order", fresh, "get_orders", { status: "all" }],
    ["cancel the second order", bought, "cancel_order", { order_id: "ord_1" }],
    ["cancel it", { ...bought, orderId: "ord_2" }, "cancel_order", { order_id: "ord_2" }],
    ["cancel my order", bought, "get_orders", { status: "all" }],
    ["Cancel order ord_77.", fresh, "cancel_order", { order_id: "ord_77" }],
    ["what happened to ord_77", fresh, "get_order_detail", { order_id: "ord_77" }]
  ])
})

describe("people and makers", () => {
  told([
    ["help", fresh, undefined],
    ["hello!", fresh, undefined],
    ["thanks", fresh, undefined],
    ["", fresh, undefined],
    ["sign in", fresh, "create_session"],
    ["sign out", fresh, undefined],
    ["am I a member?", fresh, "get_membership"],
    ["join the membership", fresh, "join_membership"],
    ["I signed in.", fresh, undefined],
    ["I placed the order CL-1003.", bought, undefined],
    ["I've joined the Circle", fresh, undefined],
    ["my dashboard", fresh, "get_seller_dashboard"],
    ["how is my shop doing this week", fresh, "get_seller_dashboard", { time_period: "7d" }],
    ["my sales of the year", fresh, "get_seller_dashboard", { time_period: "1y" }],
    ["my listings", fresh, "list_my_listings"],
    ["my drafts", fresh, "list_my_listings", { status: "draft" }],
    ["new listing", fresh, "open_listing_form"],
    ["I want to list a new piece.", fresh, "open_listing_form"],
    ["I want to sign in to join the membership.", fresh, "create_session"],
    ["I want to sell a bowl", fresh, "open_listing_form"]
  ])
})

describe("any text", () => {
  it("gets an answer at once, however long and odd it is", () => {
    for (const text of [
      "$".repeat(9000),
      "a ".repeat(9000),
      "under under under $",
      "()[]*+?{}|\\^$.",
      "٣ أكواب",
      "\u0000"
    ]) {
      const { reply, tool } = intentOf(text, buying)
      expect(reply ?? tool).toBeTruthy()
    }
  })
})
