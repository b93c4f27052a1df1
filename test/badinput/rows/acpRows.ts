import { type Ask, as, bearer, by, goesTo, header, leavesOut, raw, says, saysAll, verbatim } from "../ask.ts"
import type { Market } from "../market.ts"
import { type Row, rowsOf } from "../Row.ts"
import { goodAcp } from "./goodAcp.ts"
import { deep } from "./transport.ts"
import { broken, control, endless, manyKeys, nul, strangeIds, wrongQuantities } from "./values.ts"
import { wrongTypes } from "./wrongTypes.ts"

const wrong = [400, "invalid"] as const
const missing = [400, "missing_required_field"] as const
const notAnItem = [400, "invalid_item_id"] as const
const notText = [400, "invalid_json"] as const
const nowhere = [404, "session_not_found"] as const
const unauthorized = [401, "unauthorized"] as const

const { cancel, complete, create, named, nested, read, update, varied } = goodAcp
const repeated = async (m: Market) => {
  const ask = create(m)
  await m.sent(ask)
  return ask
}

const itemId = (what: string, good: Row["good"], path: string) =>
  Object.entries(strangeIds).flatMap(([name, id]) => {
    const refusal = id.includes("\0") || !id.isWellFormed() ? notText : notAnItem
    return rowsOf(what, good, [`${name} as ${path}`, says(path, id), refusal])
  })

const idsInPath = (what: string, good: Row["good"], after: string) =>
  Object.entries(strangeIds)
    .filter(([, id]) => id !== "")
    .flatMap(([name, id]) =>
      rowsOf(what, good, [name, goesTo(`/checkout_sessions/${encodeURIComponent(id.toWellFormed())}${after}`), nowhere])
    )

const toSession =
  (which: (market: Market) => Promise<string>, after = "") =>
  async (ask: Ask, market: Market): Promise<Ask> =>
    goesTo(`/checkout_sessions/${await which(market)}${after}`)(ask)

const items = [
  ...itemId("create", create, "line_items.0.id"),
  ...itemId("create", nested, "line_items.0.item.id"),
  ...rowsOf(
    "create",
    create,
    ["a draft", (ask, m) => says("line_items.0.id", m.draft)(ask), notAnItem],
    ["a variant of what has none", (ask, m) => says("line_items.0.id", `${m.plain}:Red`)(ask), notAnItem],
    ["an item that has variants, without one", (ask, m) => says("line_items.0.id", m.varied)(ask), notAnItem],
    ["no lines", leavesOut("line_items"), missing],
    ["an empty list of lines", says("line_items", []), wrong],
    ["51 lines", says("line_items", Array(51).fill({ id: "lst_a" })), wrong],
    ["a line without an id", says("line_items.0", { quantity: 1 }), missing]
  ),
  ...rowsOf("create", varied, [
    "a variant that is none",
    (ask, m) => says("line_items.0.id", `${m.varied}:as large as a house`)(ask),
    notAnItem
  ]),
  ...Object.entries(wrongQuantities)
    .filter(([, quantity]) => quantity !== null)
    .flatMap(([name, quantity]) =>
      rowsOf("create", create, [
        name,
        says("line_items.0.quantity", quantity === Number.POSITIVE_INFINITY ? verbatim("1e9999") : quantity),
        quantity === Number.POSITIVE_INFINITY ? notText : wrong
      ])
    ),
  ...rowsOf("update", update, ["an unknown item", says("line_items.0.id", "lst_nothing"), notAnItem]),
  ...rowsOf("update", update, ["no lines any more", says("line_items", []), wrong])
]

const types = [
  ...wrongTypes(
    "create",
    create,
    wrong,
    {
      "line_items.0.id": "text",
      "line_items.0.unit_amount": "number",
      capabilities: "object",
      "capabilities.interventions": "object",
      "capabilities.interventions.supported": "list",
      buyer: "object",
      "buyer.email": "text",
      "buyer.name": "text",
      "buyer.full_name": "text",
      "buyer.first_name": "text",
      "buyer.last_name": "text",
      "buyer.phone_number": "text",
      fulfillment_details: "object",
      "fulfillment_details.name": "text",
      "fulfillment_details.email": "text",
      "fulfillment_details.address": "object",
      "fulfillment_details.address.name": "text",
      "fulfillment_details.address.line_two": "text",
      "fulfillment_details.address.line_one": "text",
      "fulfillment_details.address.city": "text",
      "fulfillment_details.address.state": "text",
      "fulfillment_details.address.country": "text",
      "fulfillment_details.address.postal_code": "text",
      discounts: "object",
      "discounts.codes": "list",
      selected_fulfillment_options: "list",
      order_notes: "text"
    },
    true
  ).filter(({ says }) => !says.includes("null for line_items")),
  ...wrongTypes("create", create, wrong, {
    currency: "text",
    "discounts.codes.0": "text"
  }),
  ...wrongTypes("update", update, wrong, {
    "selected_fulfillment_options.0": "object",
    "selected_fulfillment_options.0.item_ids.0": "text"
  }),
  ...wrongTypes("complete", complete, wrong, {
    payment_data: "object",
    "payment_data.instrument.credential.token": "text"
  }),
  ...wrongTypes("complete", complete, wrong, { authentication_result: "object", order_notes: "text" }, true),
  ...wrongTypes("cancel", cancel, wrong, { intent_trace: "object" }, true),
  ...wrongTypes("cancel", cancel, wrong, { "intent_trace.reason_code": "text" })
]

const said = rowsOf(
  "create",
  create,
  ["another currency", says("currency", "eur"), [400, "unsupported_currency"]],
  ["no currency", leavesOut("currency"), missing],
  ["an e-mail without @", says("buyer.email", "ada.example.com"), wrong],
  ["an e-mail with a bell", says("buyer.email", "a\u0007da@example.com"), wrong],
  ["an e-mail with a NUL", says("buyer.email", "a\0da@example.com"), notText],
  ["a city with control characters", says("fulfillment_details.address.city", control), wrong],
  ["a city with half a letter", says("fulfillment_details.address.city", broken), notText],
  ["a street of ten thousand characters", says("fulfillment_details.address.line_one", endless), wrong],
  ["six discount codes", says("discounts.codes", [..."abcdef"]), wrong],
  ["a discount code of ten thousand characters", says("discounts.codes", [endless]), wrong],
  ["notes of ten thousand characters", says("order_notes", endless), wrong],
  ["notes with a NUL", says("order_notes", nul), notText],
  ["21 interventions", says("capabilities.interventions.supported", Array(21).fill("3ds")), wrong]
)

const names = rowsOf(
  "create",
  named,
  ["a name with control characters", says("buyer.first_name", control), wrong],
  ["a name with half a letter", says("buyer.first_name", broken), notText],
  ["a name of ten thousand characters", says("buyer.first_name", endless), wrong],
  ["a phone number of ten thousand characters", says("buyer.phone_number", endless), wrong]
)

const option = "selected_fulfillment_options.0.option_id"
const deliveries = rowsOf(
  "update",
  update,
  ["an option without an id", leavesOut(option), missing],
  ["an option that is none", says(option, "drone"), wrong],
  ["a way of shipping that is none", (ask, m) => says(option, `${m.plainShop}:drone`)(ask), wrong],
  ["an option of a shop that has no part in it", says(option, "shp_nothing:standard"), wrong],
  ["an option of what every object has", says(option, "__proto__:standard"), wrong],
  ["an option of how every object is made", says(option, "constructor:standard"), wrong],
  [
    "51 options",
    (ask, m) => says("selected_fulfillment_options", Array(51).fill({ option_id: `${m.plainShop}:pickup` }))(ask),
    wrong
  ],
  ["shipping of what is only picked up", (ask, m) => says("line_items.0.id", m.stationary)(ask), wrong]
)

const payments = rowsOf(
  "complete",
  complete,
  ["nothing to pay with", saysAll({}), missing],
  ["an instrument without a credential", says("payment_data.instrument", { type: "card" }), missing],
  ["a credential that is a text", says("payment_data.instrument.credential", "spt"), wrong],
  ["an empty token", says("payment_data.instrument.credential.token", ""), wrong],
  ["a token of ten thousand characters", says("payment_data.instrument.credential.token", endless), wrong],
  ["a token with a NUL", says("payment_data.instrument.credential.token", "spt\0"), notText],
  ["an instrument without a handler", leavesOut("payment_data.handler_id"), missing],
  ["a purchase order", says("payment_data", { purchase_order_number: "7" }), [400, "unsupported"]],
  ["an outcome that is none", says("authentication_result", { outcome: "maybe" }), wrong],
  ["a canceled session", toSession((m) => m.canceledSession(), "/complete"), [409, "session_canceled"]],
  ["a session that is paid", toSession((m) => m.paidSession(), "/complete"), [409, "session_completed"]],
  ["an expired session", toSession((m) => m.expiredSession(), "/complete"), [409, "session_expired"]],
  ["another agent's session", toSession((m) => m.session("acp_second_key"), "/complete"), nowhere],
  ["an account's checkout", toSession((m) => m.ready(m.buyer), "/complete"), nowhere]
)

const states = [
  ...rowsOf(
    "update",
    update,
    ["a session that is paid", toSession((m) => m.paidSession()), [409, "session_completed"]],
    ["a canceled session", toSession((m) => m.canceledSession()), [409, "session_canceled"]],
    ["an expired session", toSession((m) => m.expiredSession()), [409, "session_expired"]],
    ["another agent's session", toSession((m) => m.session("acp_second_key")), nowhere]
  ),
  ...rowsOf(
    "cancel",
    cancel,
    ["twice", toSession((m) => m.canceledSession(), "/cancel"), [405, "session_canceled"]],
    ["a session that is paid", toSession((m) => m.paidSession(), "/cancel"), [405, "session_completed"]],
    ["another agent's session", toSession((m) => m.session("acp_second_key"), "/cancel"), nowhere],
    ["a reason of ten thousand characters", says("intent_trace.reason_code", endless), wrong]
  ),
  ...rowsOf(
    "read",
    read,
    ["another agent's session", (ask) => as("acp_second_key", ask), nowhere],
    ["an account's checkout", toSession((m) => m.checkout(m.buyer)), nowhere]
  ),
  ...idsInPath("read", read, ""),
  ...idsInPath("update", update, ""),
  ...idsInPath("complete", complete, "/complete"),
  ...idsInPath("cancel", cancel, "/cancel")
]

const bodies = rowsOf(
  "the body",
  create,
  ["nothing", raw(""), notText],
  ["a brace", raw("{"), notText],
  ["no JSON", raw("currency=usd"), notText],
  ["null", raw("null"), wrong],
  ["a list", raw((sent) => `[${sent}]`), wrong],
  ["a text", raw(`"usd"`), wrong],
  ["a number", raw("7"), wrong],
  ["an empty object", saysAll({}), missing],
  ["ten thousand lists inside one another", raw(deep), notText],
  ["a field of ten thousand levels", says("other", verbatim(deep)), notText],
  ["ten thousand keys", says("other", manyKeys), notText],
  ["three thousand empty lines", says("line_items", Array(3000).fill({})), missing],
  ["a field beyond all numbers", says("other", verbatim("1e9999")), notText],
  ["more than a mebibyte", says("other", "a".repeat(2 ** 20)), [413, "body_too_large"]],
  ["fields that are only inherited", raw((sent) => `{"__proto__":${sent}}`), missing],
  ["a form", header("content-type", "application/x-www-form-urlencoded"), [415, "unsupported_media_type"]],
  ["no content type", header("content-type", "text/plain"), [415, "unsupported_media_type"]]
)

const doors = [
  ...rowsOf(
    "the headers",
    create,
    ["no agent's key", bearer(undefined), unauthorized],
    ["an unknown key", bearer("acp_nothing"), unauthorized],
    ["a revoked key", bearer("acp_revoked_key"), unauthorized],
    ["an account's token", (ask, m) => as(m.buyer, ask), unauthorized],
    ["a key that is no bearer token", header("authorization", "Basic YTpi"), unauthorized],
    ["a key of ten thousand characters", bearer(endless), unauthorized],
    ["no version", header("api-version", undefined), [400, "missing_api_version"]],
    ["an empty version", header("api-version", ""), [400, "missing_api_version"]],
    ["a version nobody has published", header("api-version", "1999-01-01"), [400, "unsupported_api_version"]],
    ["a version of ten thousand characters", header("api-version", endless), [400, "unsupported_api_version"]],
    ["no idempotency key", header("idempotency-key", undefined), [400, "idempotency_key_required"]],
    ["an empty idempotency key", header("idempotency-key", ""), [400, "idempotency_key_required"]],
    ["an idempotency key of 256 characters", header("idempotency-key", "k".repeat(256)), wrong],
    ["another origin", header("origin", "https://evil.example"), [403, "forbidden"]],
    ["another host", header("host", "evil.example"), [403, "forbidden"]]
  ),
  ...rowsOf("the headers", repeated, [
    "a key that was used for another request",
    says("line_items.0.quantity", 2),
    [422, "idempotency_conflict"]
  ]),
  ...rowsOf("the headers", cancel, [
    "no idempotency key",
    header("idempotency-key", undefined),
    [400, "idempotency_key_required"]
  ]),
  ...rowsOf(
    "the address",
    create,
    ["one that is none", goesTo("/checkout_sessions/chk_a/refund"), nowhere],
    ["a session that is none", goesTo("/checkout_sessions/chk_nothing"), nowhere],
    ["PUT", by("PUT"), nowhere],
    ["DELETE", by("DELETE"), nowhere]
  )
]

/** What a buying agent may get wrong. */
export const acpRows: ReadonlyArray<Row> = [
  ...items,
  ...types,
  ...said,
  ...names,
  ...deliveries,
  ...payments,
  ...states,
  ...bodies,
  ...doors
]
