import { type Ask, as, bearer, message, says, tool } from "../ask.ts"
import type { Market } from "../market.ts"
import { conflict, invalid, notFound, type Row, rowsOf, told } from "../Row.ts"
import { goodTools } from "./goodTools.ts"

const unknown = told(notFound)
const wrong = told(invalid)

/** The same call about another checkout. */
const about =
  (which: (market: Market) => Promise<string>) =>
  async (ask: Ask, market: Market): Promise<Ask> =>
    says("session_id", await which(market))(ask)

const cartOf =
  (which: (market: Market) => Promise<string>) =>
  async (ask: Ask, market: Market): Promise<Ask> =>
    says("cart_id", await which(market))(ask)

const canceled = about((m) => m.canceled())
const expired = about((m) => m.expired())
const paid = about((m) => m.paid())
const buyers = about((m) => m.ready(m.buyer))
const agents = about((m) => m.session())

const accountPays = async (m: Market) =>
  as(m.buyer, tool("complete_checkout", { session_id: await m.ready(m.buyer), payment_token: "spt_test_ok" }))
const accountReads = async (m: Market) => as(m.buyer, tool("get_checkout", { session_id: await m.checkout(m.buyer) }))
const accountsCart = async (m: Market) => as(m.buyer, tool("get_cart", { cart_id: await m.cart(m.buyer) }))
const repeated = async (m: Market) => {
  const ask = tool("create_checkout", { listing_id: m.plain, quantity: 1, idempotency_key: m.key() })
  await m.sent(ask)
  return ask
}

/** Checkouts that are over, and things that are somebody else's or cannot be had. */
export const toolAccess: ReadonlyArray<Row> = [
  ...rowsOf(
    "complete_checkout",
    goodTools.pay,
    ["a canceled checkout", canceled, told(conflict)],
    ["an expired checkout", expired, [200, "SESSION_EXPIRED"]],
    ["an account's checkout, by a guest", buyers, unknown],
    ["an agent's checkout, by a guest", agents, unknown],
    ["an unknown token", says("payment_token", "nothing"), [200, "PAYMENT_FAILED"], ["attempts", "checkouts"]],
    [
      "a token that every object has",
      says("payment_token", "constructor"),
      [200, "PAYMENT_FAILED"],
      ["attempts", "checkouts"]
    ],
    ["a token with a NUL", says("payment_token", "spt_test_\0"), [200, "PAYMENT_FAILED"], ["attempts", "checkouts"]],
    ["a checkout of which little is said", about((m) => m.checkout()), wrong]
  ),
  ...rowsOf(
    "update_checkout",
    goodTools.update,
    ["a canceled checkout", canceled, told(conflict)],
    ["an expired checkout", expired, [200, "SESSION_EXPIRED"]],
    ["a checkout that is paid", paid, told(conflict)],
    ["an account's checkout, by a guest", buyers, unknown],
    ["an agent's checkout, by a guest", agents, unknown]
  ),
  ...rowsOf(
    "cancel_checkout",
    goodTools.cancel,
    ["a checkout that is paid", paid, told(conflict)],
    ["a canceled checkout", canceled, told(conflict)],
    ["an account's checkout, by a guest", buyers, unknown]
  ),
  ...rowsOf(
    "get_checkout",
    accountReads,
    ["an account's checkout, by a guest", bearer(undefined), unknown],
    ["an account's checkout, by another account", (ask, m) => as(m.other, ask), unknown],
    ["an agent's checkout, by an account", agents, unknown]
  ),
  ...rowsOf(
    "complete_checkout",
    accountPays,
    ["an account's checkout, by another account", (ask, m) => as(m.other, ask), unknown],
    ["an account's checkout, by a guest who was signed in", bearer(undefined), unknown]
  ),
  ...rowsOf(
    "get_cart",
    accountsCart,
    ["an account's cart, by a guest", bearer(undefined), unknown],
    ["an account's cart, by another account", (ask, m) => as(m.other, ask), unknown],
    ["an expired cart", cartOf((m) => m.expiredCart()), unknown]
  ),
  ...rowsOf("get_cart", goodTools.cart, ["a guest's cart, unnamed", says("cart_id", undefined), unknown]),
  ...rowsOf("add_to_cart", goodTools.addToCart, [
    "an account's cart, by a guest",
    cartOf((m) => m.cart(m.buyer)),
    unknown
  ]),
  ...rowsOf("update_cart", goodTools.updateCart, [
    "an account's cart, by a guest",
    cartOf((m) => m.cart(m.buyer)),
    unknown
  ]),
  ...rowsOf(
    "create_checkout",
    goodTools.openCart,
    ["an empty cart", cartOf((m) => m.emptyCart()), wrong],
    ["an expired cart", cartOf((m) => m.expiredCart()), unknown],
    ["an account's cart, by a guest", cartOf((m) => m.cart(m.buyer)), unknown],
    ["a cart and a listing at once", (ask, m) => says("listing_id", m.plain)(ask), wrong],
    ["neither a cart nor a listing", says("cart_id", undefined), wrong]
  ),
  ...rowsOf(
    "create_checkout",
    goodTools.open,
    ["no variant of what has variants", says("variant", ""), wrong],
    ["a variant that is none", says("variant", "as large as a house"), wrong],
    ["a variant that every object has", says("variant", "__proto__"), wrong],
    ["a variant with a NUL", says("variant", "a\0"), wrong],
    ["a variant of ten thousand characters", says("variant", "a".repeat(10_000)), wrong],
    ["a variant of what has none", (ask, m) => says("listing_id", m.plain)(ask), wrong]
  ),
  ...rowsOf(
    "create_checkout",
    goodTools.openPlain,
    ["a listing that is sold out", (ask, m) => says("listing_id", m.soldOut)(ask), [200, "OUT_OF_STOCK"]],
    ["a draft", (ask, m) => says("listing_id", m.draft)(ask), unknown]
  ),
  ...rowsOf(
    "add_to_cart",
    goodTools.addPlain,
    ["a listing that is sold out", (ask, m) => says("listing_id", m.soldOut)(ask), [200, "OUT_OF_STOCK"]],
    ["a draft", (ask, m) => says("listing_id", m.draft)(ask), unknown]
  ),
  ...rowsOf("get_listing", goodTools.listing, ["a draft", (ask, m) => says("listing_id", m.draft)(ask), unknown]),
  ...rowsOf("create_checkout", repeated, [
    "a key that was used for another request",
    says("quantity", 2),
    told(conflict)
  ]),
  ...rowsOf(
    "cancel_order",
    goodTools.cancelOrder,
    ["somebody else's order", (ask, m) => as(m.other, ask), unknown],
    ["a guest", bearer(undefined), unknown],
    ["a token that may only read", (ask, m) => as(m.buyer, ask), [403, "FORBIDDEN"]],
    ["an order that is being made", async (ask, m) => says("order_id", await m.begun())(ask), told(conflict)],
    ["an order that is on its way", async (ask, m) => says("order_id", await m.onItsWay())(ask), told(conflict)],
    ["an order of two hours ago", async (ask, m) => says("order_id", await m.longBought())(ask), told(conflict)]
  ),
  ...rowsOf("get_order_detail", goodTools.order, ["somebody else's order", (ask, m) => as(m.other, ask), unknown]),
  ...rowsOf("get_payment_link", goodTools.paymentLink, ["an account's checkout, by a guest", buyers, unknown]),
  ...rowsOf(
    "join_membership",
    goodTools.joinMembership,
    ["a guest", bearer(undefined), [401, "UNAUTHORIZED"]],
    ["a token without the scope", (ask, m) => as(m.poor, ask), [403, "FORBIDDEN"]]
  ),
  ...rowsOf(
    "get_orders",
    goodTools.orders,
    ["a guest", bearer(undefined), [401, "UNAUTHORIZED"]],
    ["a token without the scope", (ask, m) => as(m.poor, ask), [403, "FORBIDDEN"]]
  ),
  ...rowsOf(
    "get_orders, asked in an unusual way",
    (m) => message("params.unheard", 1)(goodTools.orders(m)),
    ["a guest", bearer(undefined), [401, "UNAUTHORIZED"]],
    ["a token without the scope", (ask, m) => as(m.poor, ask), [403, "FORBIDDEN"]]
  ),
  ...rowsOf(
    "get_order_detail",
    goodTools.order,
    ["a guest", bearer(undefined), [401, "UNAUTHORIZED"]],
    ["a token without the scope", (ask, m) => as(m.poor, ask), [403, "FORBIDDEN"]]
  )
]
