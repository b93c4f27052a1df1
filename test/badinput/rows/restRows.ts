import { createHash } from "node:crypto"
import { type Ask, as, bearer, by, goesTo, header, leavesOut, raw, says, saysAll, verbatim } from "../ask.ts"
import type { Market } from "../market.ts"
import { conflict, invalid, notFound, type Row, rowsOf, unauthorized } from "../Row.ts"
import { goodRest } from "./goodRest.ts"
import { deep } from "./transport.ts"
import { broken, control, endless, manyKeys, nul, strangeIds, wrongIds, wrongQuantities } from "./values.ts"
import { wrongTypes } from "./wrongTypes.ts"

const forbidden = [403, "FORBIDDEN"] as const
const wrongMethod = [405, "VALIDATION_ERROR"] as const
const tooLarge = [413, "VALIDATION_ERROR"] as const
const wrongType = [415, "VALIDATION_ERROR"] as const
const api = "/api/v1"

const ids = (what: string, good: Row["good"], path: string, refusal: readonly [number, string] = notFound) => [
  ...Object.entries(strangeIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as ${path}`, says(path, id), refusal])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as ${path}`, says(path, id), invalid])
  )
]

/** As it stands in a path. Half a letter cannot. */
const encoded = (id: string) => encodeURIComponent(id.toWellFormed())

const idsInPath = (what: string, good: Row["good"], path: (id: string) => string) =>
  Object.entries(strangeIds)
    .filter(([, id]) => id !== "")
    .flatMap(([name, id]) => rowsOf(what, good, [name, goesTo(`${api}${path(encoded(id))}`), notFound]))

const quantities = (what: string, good: Row["good"], path: string, zeroIsFine = false) =>
  Object.entries(wrongQuantities)
    .filter(([, quantity]) => quantity !== 0 || !zeroIsFine)
    .flatMap(([name, quantity]) =>
      rowsOf(what, good, [
        `${name} as ${path}`,
        says(path, quantity === Number.POSITIVE_INFINITY ? verbatim("1e9999") : quantity),
        invalid
      ])
    )

const query = (path: string, text: string) => goesTo(`${api}${path}?${text}`)

const reading = [
  ...rowsOf(
    "search",
    goodRest.search,
    ...[
      "limit=0",
      "limit=51",
      "limit=1000000000",
      "limit=-1",
      "limit=1.5",
      "limit=many",
      "limit=NaN",
      "limit=Infinity",
      "limit=1e308",
      "offset=-1",
      "offset=1e12",
      "offset=NaN",
      "offset=first",
      "price_min=NaN",
      "price_min=Infinity",
      "price_min=-Infinity",
      "price_min=-1",
      "price_min=1e308",
      "price_max=cheap",
      "price_max=1e9999",
      "price_max=-0.01",
      "in_stock=perhaps",
      "sort_by=cheapest",
      "sort_by=__proto__",
      `query=${endless}`,
      `shop_id=${"a".repeat(201)}`,
      `tags=${"a,".repeat(11)}`,
      `tags=${"a".repeat(61)}`
    ].map((said) => [said.slice(0, 30), query("/listings/search", said), invalid] as const)
  ),
  ...rowsOf(
    "orders",
    goodRest.orders,
    ...["limit=0", "limit=51", "limit=NaN", "offset=-1", "offset=1e308", "status=lost", "role=admin", "role=%00"].map(
      (said) => [said, query("/orders", said), invalid] as const
    )
  ),
  ...idsInPath("a listing", goodRest.listing, (id) => `/listings/${id}`),
  ...idsInPath("a checkout", goodRest.checkout, (id) => `/checkouts/${id}`),
  ...idsInPath("an order", goodRest.order, (id) => `/orders/${id}`),
  ...idsInPath("a basket", goodRest.basket, (id) => `/basket?cart_id=${id}`),
  ...rowsOf(
    "a listing",
    goodRest.listing,
    ["half of an escape", goesTo(`${api}/listings/%E0%A4%A`), notFound],
    ["steps upward", goesTo(`${api}/listings/..%2F..%2Fetc%2Fpasswd`), notFound],
    ["an id of twenty thousand characters", goesTo(`${api}/listings/lst_${"a".repeat(20_000)}`), notFound],
    ["a draft", (ask, m) => goesTo(`${api}/listings/${m.draft}`)(ask), notFound]
  ),
  ...rowsOf("a basket", goodRest.basket, ["a guest's, unnamed", goesTo(`${api}/basket`), notFound])
]

const longKey: Row["fault"] = (ask) =>
  header("idempotency-key", "k")(goesTo(`${api}/checkouts/${randomLetters}/cancel`)(ask))
/** Nothing that a database could compress. */
const randomLetters = createHash("shake256", { outputLength: 7500 })
  .update("an address without end")
  .digest("base64url")

const writing = [
  ...ids("add", goodRest.add, "listing_id"),
  ...ids("add", goodRest.add, "cart_id"),
  ...ids("open", goodRest.openPlain, "listing_id"),
  ...ids("open", goodRest.openCart, "cart_id"),
  ...ids("check out the basket", goodRest.openBasket, "cart_id"),
  ...ids("revise", goodRest.revise, "lines.0.listing_id"),
  ...ids("revise", goodRest.revise, "deliveries.0.shop_id", invalid),
  ...idsInPath("revise", goodRest.revise, (id) => `/checkouts/${id}`),
  ...idsInPath("complete", goodRest.complete, (id) => `/checkouts/${id}/complete`),
  ...idsInPath("cancel", goodRest.cancel, (id) => `/checkouts/${id}/cancel`),
  ...rowsOf("cancel", goodRest.cancel, ["a key for an address without end", longKey, notFound]),
  ...quantities("add", goodRest.add, "quantity"),
  ...quantities("change", goodRest.change, "quantity", true),
  ...quantities("open", goodRest.openPlain, "quantity"),
  ...quantities("revise", goodRest.revise, "lines.0.quantity", true)
]

const types = [
  ...wrongTypes("add", goodRest.add, invalid, { variant: "text" }),
  ...wrongTypes("change", goodRest.change, invalid, { listing_id: "text", cart_id: "text" }),
  ...wrongTypes("remove", goodRest.remove, invalid, { listing_id: "text", cart_id: "text" }),
  ...wrongTypes("open", goodRest.open, invalid, { variant: "text" }),
  ...wrongTypes("revise", goodRest.revise, invalid, {
    lines: "list",
    "lines.0": "object",
    email: "text",
    name: "text",
    phone: "text",
    shipping_address: "object",
    "shipping_address.line1": "text",
    "shipping_address.line2": "text",
    "shipping_address.city": "text",
    "shipping_address.state": "text",
    "shipping_address.zip": "text",
    "shipping_address.country": "text",
    shipping_method: "text",
    deliveries: "list",
    "deliveries.0.method": "text",
    pickup_notes: "text",
    discount_codes: "list",
    "discount_codes.0": "text"
  }),
  ...wrongTypes("complete", goodRest.complete, invalid, {
    email: "text",
    shipping_address: "object",
    shipping_method: "text",
    deliveries: "list",
    payment_token: "text",
    authentication_result: "object",
    "authentication_result.outcome": "text"
  })
]

const bodies = rowsOf(
  "the body",
  goodRest.openPlain,
  ["nothing", raw(""), invalid],
  ["a brace", raw("{"), invalid],
  ["no JSON", raw("listing_id=lst_a"), invalid],
  ["null", raw("null"), invalid],
  ["a list", raw((sent) => `[${sent}]`), invalid],
  ["a text", raw(`"lst_a"`), invalid],
  ["a number", raw("7"), invalid],
  ["an empty object", saysAll({}), invalid],
  ["ten thousand lists inside one another", raw(deep), invalid],
  ["a field of ten thousand levels", says("other", verbatim(deep)), invalid],
  ["a field beyond all numbers", says("other", verbatim("1e9999")), invalid],
  ["more than a mebibyte", says("other", "a".repeat(2 ** 20)), tooLarge],
  ["ten thousand keys", says("other", manyKeys), invalid],
  ["three thousand lists of nothing", says("other", Array(3000).fill([[], [], []])), invalid],
  ["a form", header("content-type", "application/x-www-form-urlencoded"), wrongType],
  ["plain text", header("content-type", "text/plain"), wrongType],
  ["a listing that is only inherited", raw(`{"__proto__":{"listing_id":"lst_a"}}`), invalid],
  ["a listing in camel case", (ask, m) => saysAll({ listingId: m.plain })(ask), invalid]
)

const said = rowsOf(
  "revise",
  goodRest.revise,
  ["an e-mail without @", says("email", "ada.example.com"), invalid],
  ["an e-mail with a NUL", says("email", "a\0da@example.com"), invalid],
  ["a name with control characters", says("name", control), invalid],
  ["a name with half a letter", says("name", broken), invalid],
  ["notes with a NUL", says("pickup_notes", nul), invalid],
  ["a state that is none", says("shipping_address.state", "ZZ"), invalid],
  ["letters for a ZIP code", says("shipping_address.zip", "abcde"), invalid],
  ["France", says("shipping_address.country", "FR"), invalid],
  ["no street", leavesOut("shipping_address.line1"), invalid],
  ["a city of ten thousand characters", says("shipping_address.city", endless), invalid],
  ["six discount codes", says("discount_codes", [..."abcdef"]), invalid],
  ["a way of shipping that is none", says("shipping_method", "drone"), invalid],
  [
    "shipping of what is only picked up",
    (ask, m) => says("lines", [{ listing_id: m.stationary, quantity: 1 }])(ask),
    invalid
  ],
  ["nothing left to buy", says("lines.0.quantity", 0), invalid],
  ["three thousand empty lines", says("lines", Array(3000).fill({})), invalid],
  ["51 lines", says("lines", Array(51).fill({ listing_id: "lst_a", quantity: 1 })), invalid]
)

const toCheckout =
  (which: (market: Market) => Promise<string>, after = "") =>
  async (ask: Ask, market: Market): Promise<Ask> =>
    goesTo(`${api}/checkouts/${await which(market)}${after}`)(ask)

const states = [
  ...rowsOf(
    "complete",
    goodRest.complete,
    ["a canceled checkout", toCheckout((m) => m.canceled(), "/complete"), conflict],
    ["an expired checkout", toCheckout((m) => m.expired(), "/complete"), [410, "SESSION_EXPIRED"]],
    ["an account's checkout", toCheckout((m) => m.ready(m.buyer), "/complete"), notFound],
    ["an agent's checkout", toCheckout((m) => m.session(), "/complete"), notFound],
    ["no payment token", leavesOut("payment_token"), invalid],
    ["an empty payment token", says("payment_token", ""), invalid],
    ["a payment token without end", says("payment_token", endless), invalid],
    ["an unknown token", says("payment_token", "toString"), [402, "PAYMENT_FAILED"], ["attempts", "checkouts"]]
  ),
  ...rowsOf(
    "revise",
    goodRest.revise,
    ["a checkout that is paid", toCheckout((m) => m.paid()), conflict],
    ["a canceled checkout", toCheckout((m) => m.canceled()), conflict],
    ["an expired checkout", toCheckout((m) => m.expired()), [410, "SESSION_EXPIRED"]],
    ["an account's checkout", toCheckout((m) => m.checkout(m.buyer)), notFound]
  ),
  ...rowsOf(
    "cancel",
    goodRest.cancel,
    ["twice", toCheckout((m) => m.canceled(), "/cancel"), conflict],
    ["a checkout that is paid", toCheckout((m) => m.paid(), "/cancel"), conflict],
    ["an agent's checkout", toCheckout((m) => m.session(), "/cancel"), notFound]
  ),
  ...rowsOf(
    "open",
    goodRest.openCart,
    ["an empty basket", async (ask, m) => says("cart_id", await m.emptyCart())(ask), invalid],
    ["an expired basket", async (ask, m) => says("cart_id", await m.expiredCart())(ask), notFound],
    ["an account's basket", async (ask, m) => says("cart_id", await m.cart(m.buyer))(ask), notFound],
    ["a basket and a listing", (ask, m) => says("listing_id", m.plain)(ask), invalid]
  ),
  ...rowsOf("open", goodRest.openPlain, [
    "a listing that is sold out",
    (ask, m) => says("listing_id", m.soldOut)(ask),
    [409, "OUT_OF_STOCK"]
  ]),
  ...rowsOf("check out the basket", goodRest.openBasket, ["a guest's, unnamed", saysAll({}), invalid]),
  ...rowsOf(
    "an order",
    goodRest.order,
    ["a guest", bearer(undefined), unauthorized],
    ["a token without the scope", (ask, m) => as(m.poor, ask), forbidden],
    ["somebody else's", (ask, m) => as(m.other, ask), notFound]
  ),
  ...rowsOf(
    "cancel an order",
    goodRest.cancelOrder,
    ["a guest", bearer(undefined), notFound],
    ["a token that may only read", (ask, m) => as(m.buyer, ask), forbidden],
    ["somebody else's", (ask, m) => as(m.other, ask), notFound],
    ["a reason that is no text", says("reason", { why: 1 }), invalid],
    ["a reason of 501 characters", says("reason", "x".repeat(501)), invalid],
    ["one that is on its way", async (ask, m) => goesTo(`${api}/orders/${await m.onItsWay()}/cancel`)(ask), conflict],
    ["one of two hours ago", async (ask, m) => goesTo(`${api}/orders/${await m.longBought()}/cancel`)(ask), conflict]
  ),
  ...rowsOf(
    "orders",
    goodRest.orders,
    ["a guest", bearer(undefined), unauthorized],
    ["a token without the scope", (ask, m) => as(m.poor, ask), forbidden]
  )
]

const keyed = async (m: Market) => {
  const ask = header("idempotency-key", m.key())(await goodRest.openPlain(m))
  await m.sent(ask)
  return ask
}

const doors = [
  ...rowsOf(
    "the headers",
    goodRest.openPlain,
    ["a forged token", bearer("forged"), unauthorized],
    ["no token after Bearer", header("authorization", "Bearer"), unauthorized],
    ["a password for a token", header("authorization", "Basic YTpi"), unauthorized],
    ["a token of ten thousand characters", bearer(endless), unauthorized],
    ["an agent's key", bearer("acp_demo_key"), unauthorized],
    ["another origin", header("origin", "https://evil.example"), forbidden],
    ["another host", header("host", "evil.example"), forbidden],
    ["an empty idempotency key", header("idempotency-key", ""), invalid],
    ["an idempotency key of 256 characters", header("idempotency-key", "k".repeat(256)), invalid],
    ["an idempotency key of other letters", header("idempotency-key", "clé"), invalid]
  ),
  ...rowsOf("the headers", keyed, ["a key that was used for another request", says("quantity", 2), [422, "CONFLICT"]]),
  ...rowsOf(
    "the address",
    goodRest.openPlain,
    ["one that is none", goesTo(`${api}/checkout`), notFound],
    ["another version", goesTo("/api/v2/checkouts"), notFound],
    ["what every object has", goesTo(`${api}/__proto__`), notFound],
    ["PUT", by("PUT"), wrongMethod],
    ["PATCH", by("PATCH"), wrongMethod],
    ["DELETE", by("DELETE"), wrongMethod]
  )
]

/** What a client of REST may get wrong. */
export const restRows: ReadonlyArray<Row> = [...reading, ...writing, ...types, ...bodies, ...said, ...states, ...doors]
