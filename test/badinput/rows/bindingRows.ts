import { as, bearer, binding, header, leavesOut, says, saysAll, verbatim } from "../ask.ts"
import type { Market } from "../market.ts"
import { type Row, rowsOf } from "../Row.ts"
import { deep } from "./transport.ts"
import { endless, manyKeys, nul, strangeIds, wrongIds } from "./values.ts"

const wrong = [200, "invalid"] as const
const missing = [200, "missing_required_field"] as const
const nowhere = [200, "session_not_found"] as const
const unauthorized = [401, "unauthorized"] as const

const create = (m: Market) => binding("create", { payload: m.acpAsked() })
const get = async (m: Market) => binding("get", { id: await m.session() }, false)
const update = async (m: Market) =>
  binding("update", { id: await m.session(), payload: { line_items: [{ id: m.plain, quantity: 2 }] } })
const complete = async (m: Market) =>
  binding("complete", { id: await m.session(), payload: { payment_data: { token: "spt_test_ok" } } })
const cancel = async (m: Market) =>
  binding("cancel", { id: await m.session(), payload: { intent_trace: { reason_code: "other" } } })

const keyed = { create, update, complete, cancel }
const all = { ...keyed, get }
const { create: _, ...named } = all

const metaRows = Object.entries(all).flatMap(([name, good]) =>
  rowsOf(
    name,
    good,
    ["nothing", saysAll({}), missing],
    ["no meta", leavesOut("meta"), missing],
    ["meta that is a list", says("meta", []), missing],
    ["meta that is a text", says("meta", "2026-04-17"), missing],
    ["no version", leavesOut("meta.api_version"), [200, "missing_api_version"]],
    ["an empty version", says("meta.api_version", ""), [200, "missing_api_version"]],
    ["a version that is a number", says("meta.api_version", 20260417), wrong],
    ["a version nobody has published", says("meta.api_version", "1999-01-01"), [200, "unsupported_api_version"]],
    ["a version that every object has", says("meta.api_version", "__proto__"), [200, "unsupported_api_version"]],
    ["a version of ten thousand characters", says("meta.api_version", endless), [200, "unsupported_api_version"]],
    ["a version with a NUL", says("meta.api_version", nul), wrong],
    ["ten thousand keys", says("other", manyKeys), wrong],
    ["a field of ten thousand levels", says("meta.other", verbatim(deep)), wrong],
    ["no agent's key", bearer(undefined), unauthorized],
    ["a revoked key", bearer("acp_revoked_key"), unauthorized],
    ["an account's token", (ask, m) => as(m.buyer, ask), unauthorized],
    ["a key that is no bearer token", header("authorization", "Basic YTpi"), unauthorized]
  )
)

const keyRows = Object.entries(keyed).flatMap(([name, good]) =>
  rowsOf(
    name,
    good,
    ["no idempotency key", leavesOut("meta.idempotency_key"), [200, "idempotency_key_required"]],
    ["an empty idempotency key", says("meta.idempotency_key", ""), [200, "idempotency_key_required"]],
    ["an idempotency key that is null", says("meta.idempotency_key", null), [200, "idempotency_key_required"]],
    ["an idempotency key that is a number", says("meta.idempotency_key", 7), wrong],
    ["an idempotency key of 256 characters", says("meta.idempotency_key", "k".repeat(256)), wrong],
    ["an idempotency key with a NUL", says("meta.idempotency_key", "k\0"), wrong],
    ["half a letter in an idempotency key", says("meta.idempotency_key", "k\ud800"), wrong],
    ["a payload that is a list", says("payload", []), wrong],
    ["a payload that is a text", says("payload", "x"), wrong]
  )
)

const idRows = Object.entries(named).flatMap(([name, good]) => [
  ...Object.entries(strangeIds).flatMap(([says_, id]) =>
    rowsOf(name, good, [says_, says("id", id), id.includes("\0") || !id.isWellFormed() ? wrong : nowhere])
  ),
  ...Object.entries(wrongIds).flatMap(([says_, id]) =>
    rowsOf(name, good, [says_, says("id", id), id === null ? missing : wrong])
  ),
  ...rowsOf(
    name,
    good,
    ["no id", leavesOut("id"), missing],
    ["another agent's session", (ask) => as("acp_second_key", ask), nowhere],
    ["an account's checkout", async (ask, m) => says("id", await m.checkout(m.buyer))(ask), nowhere]
  )
])

const payloadRows = [
  ...rowsOf(
    "create",
    create,
    ["no payload", leavesOut("payload"), missing],
    ["a payload that is null", says("payload", null), missing],
    ["no currency", leavesOut("payload.currency"), missing],
    ["another currency", says("payload.currency", "eur"), [200, "unsupported_currency"]],
    ["an item that is none", says("payload.line_items.0.id", "lst_nothing"), [200, "invalid_item_id"]],
    ["half a piece", says("payload.line_items.0.quantity", 0.5), wrong]
  ),
  ...rowsOf("complete", complete, ["nothing to pay with", says("payload", {}), missing]),
  ...rowsOf(
    "complete",
    complete,
    ["a session that is paid", async (ask, m) => says("id", await m.paidSession())(ask), [200, "session_completed"]],
    ["an expired session", async (ask, m) => says("id", await m.expiredSession())(ask), [200, "session_expired"]]
  ),
  ...rowsOf("cancel", cancel, [
    "a session that is paid",
    async (ask, m) => says("id", await m.paidSession())(ask),
    [200, "session_completed"]
  ])
]

/** What a buying agent may get wrong over MCP. */
export const bindingRows: ReadonlyArray<Row> = [...metaRows, ...keyRows, ...idRows, ...payloadRows]
