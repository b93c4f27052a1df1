import { as, bearer, by, cart, goesTo, header, leavesOut, raw, says, saysAll } from "../ask.ts"
import type { Market } from "../market.ts"
import { type Row, rowsOf } from "../Row.ts"
import { deep } from "./transport.ts"
import { broken, control, endless, nul, strangeIds, wrongQuantities } from "./values.ts"
import { wrongTypes } from "./wrongTypes.ts"

const wrong = [400, "invalid"] as const
const missing = [400, "missing_required_field"] as const
const notAnItem = [400, "invalid_item_id"] as const
const notText = [400, "invalid_json"] as const
const nowhere = [404, "not_found"] as const

const asked = (m: Market) => ({
  line_items: [{ id: m.plain, quantity: 1 }],
  buyer: { email: "ada@example.com", full_name: "Ada Byron" }
})
const create = (m: Market) => cart("POST", "", asked(m))
const replace = async (m: Market) => cart("PUT", `/${await m.agentCart()}`, asked(m))
const read = async (m: Market) => cart("GET", `/${await m.agentCart()}`)
const cancel = async (m: Market) => cart("POST", `/${await m.agentCart()}/cancel`)

const writes = { create, replace }

const itemRows = Object.entries(writes).flatMap(([what, good]) => [
  ...Object.entries(strangeIds).flatMap(([name, id]) => {
    const refusal = id.includes("\0") || !id.isWellFormed() ? notText : notAnItem
    return rowsOf(`${what} a cart`, good, [name, says("line_items.0.id", id), refusal])
  }),
  ...Object.entries(wrongQuantities)
    .filter(([, quantity]) => quantity !== null && quantity !== Number.POSITIVE_INFINITY)
    .flatMap(([name, quantity]) =>
      rowsOf(`${what} a cart`, good, [name, says("line_items.0.quantity", quantity), wrong])
    ),
  ...wrongTypes(
    `${what} a cart`,
    good,
    wrong,
    { "line_items.0": "object", buyer: "object", "buyer.email": "text", "buyer.full_name": "text", locale: "text" },
    true
  ).filter(({ says }) => !says.includes("null")),
  ...rowsOf(
    `${what} a cart`,
    good,
    ["a draft", (ask, m) => says("line_items.0.id", m.draft)(ask), notAnItem],
    ["a variant of what has none", (ask, m) => says("line_items.0.id", `${m.plain}:Red`)(ask), notAnItem],
    ["an item that has variants, without one", (ask, m) => says("line_items.0.id", m.varied)(ask), notAnItem],
    ["no lines", leavesOut("line_items"), missing],
    ["an empty list of lines", says("line_items", []), wrong],
    ["51 lines", says("line_items", Array(51).fill({ id: "lst_a" })), wrong],
    ["an e-mail that is none", says("buyer.email", "ada"), wrong],
    ["a name with control characters", says("buyer.full_name", control), wrong],
    ["a name with a NUL", says("buyer.full_name", nul), notText],
    ["a name with half a letter", says("buyer.full_name", broken), notText],
    ["a name of ten thousand characters", says("buyer.full_name", endless), wrong],
    ["nothing", raw(""), notText],
    ["a list", saysAll([]), wrong],
    ["ten thousand lists inside one another", raw(deep), notText],
    ["a form", header("content-type", "application/x-www-form-urlencoded"), [415, "unsupported_media_type"]],
    ["no idempotency key", header("idempotency-key", undefined), [400, "idempotency_key_required"]],
    ["no agent's key", bearer(undefined), [401, "unauthorized"]],
    ["no version", header("api-version", undefined), [400, "missing_api_version"]],
    ["a version without carts", header("api-version", "2026-01-30"), [400, "unsupported_api_version"]]
  )
])

const ids = Object.values(strangeIds)
  .filter((id) => id !== "")
  .map((id) => encodeURIComponent(id.toWellFormed()))

const ownerRows = [
  ...ids.flatMap((id, at) => [
    ...rowsOf("read a cart", read, [`strange id ${at}`, goesTo(`/carts/${id}`), nowhere]),
    ...rowsOf("replace a cart", replace, [`strange id ${at}`, goesTo(`/carts/${id}`), nowhere]),
    ...rowsOf("cancel a cart", cancel, [`strange id ${at}`, goesTo(`/carts/${id}/cancel`), nowhere])
  ]),
  ...Object.entries({ read, replace, cancel }).flatMap(([what, good]) =>
    rowsOf(
      `${what} a cart`,
      good,
      ["another agent's", (ask) => as("acp_second_key", ask), nowhere],
      [
        "one that was canceled",
        async (ask, m) => goesTo(ask.path.replace(/crt_[\w-]+/, await m.canceledCart()))(ask),
        nowhere
      ],
      [
        "one whose time is over",
        async (ask, m) => goesTo(ask.path.replace(/crt_[\w-]+/, await m.expiredCart()))(ask),
        nowhere
      ]
    )
  ),
  ...rowsOf("read a cart", read, ["DELETE", by("DELETE"), nowhere])
]

/** What a buying agent may get wrong about a cart. */
export const cartRows: ReadonlyArray<Row> = [...itemRows, ...ownerRows]
