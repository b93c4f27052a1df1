import { as, leavesOut, says, tool } from "../ask.ts"
import { notFound, type Row, rowsOf, told, unauthorized } from "../Row.ts"
import { goodTools } from "./goodTools.ts"
import { endless, nul, strangeIds, wrongFor, wrongIds } from "./values.ts"

const wrong = [200, "VALIDATION_ERROR"] as const
const unknown = told(notFound)
const nobody = told(unauthorized)
const { askSignIn, beginSignIn, cartBySignIn, ordersBySignIn, signInStatus } = goodTools

const sessionIds = (what: string, good: Row["good"]) => [
  ...Object.entries(strangeIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as session_id`, says("session_id", id), id.length > 100 ? wrong : unknown])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as session_id`, says("session_id", id), wrong])
  ),
  ...rowsOf(
    what,
    good,
    ["no session", leavesOut("session_id"), wrong],
    ["a session of the right form that is none", says("session_id", `sess_${"x".repeat(43)}`), unknown],
    ["a session of another client", (ask, m) => as(m.stranger, ask), unknown]
  )
]

/** What a call brings instead of a token: whoever it is not good for is refused, and never taken for a guest. */
const brought = (what: string, good: Row["good"]) => [
  ...Object.entries({ ...strangeIds, "a session that is none": `sess_${"x".repeat(43)}` }).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as sign_in_session`, says("sign_in_session", id), nobody])
  ),
  ...Object.entries(wrongIds).flatMap(([name, id]) =>
    rowsOf(what, good, [`${name} as sign_in_session`, says("sign_in_session", id), wrong])
  ),
  ...rowsOf(what, good, [
    "a sign-in that nobody has answered",
    async (ask, m) => says("sign_in_session", await m.unanswered())(ask),
    nobody
  ])
]

/** What a client without OAuth may get wrong. */
export const signInRows: ReadonlyArray<Row> = [
  ...sessionIds("authenticate", askSignIn),
  ...sessionIds("get_auth_status", signInStatus),
  ...Object.entries(wrongFor.list).flatMap(([name, value]) =>
    rowsOf("authenticate", askSignIn, [`${name} for scopes`, says("scopes", value), wrong])
  ),
  ...rowsOf(
    "authenticate",
    askSignIn,
    ["six scopes", says("scopes", Array(6).fill("orders.read")), wrong],
    ["a scope that is none", says("scopes", ["orders.delete"]), wrong],
    ["a scope of operators", says("scopes", ["admin"]), wrong],
    ["a scope of machines", says("scopes", ["notifications.send"]), wrong],
    ["a scope that every object has", says("scopes", ["constructor"]), wrong],
    ["an endless scope", says("scopes", [endless]), wrong],
    ["a scope with a NUL", says("scopes", [nul]), wrong],
    ["a scope that is a number", says("scopes", [7]), wrong],
    ["two scopes in one", says("scopes", ["orders.read orders.write"]), wrong]
  ),
  ...rowsOf("create_session", beginSignIn, [
    "somebody's sign-in that is none",
    says("sign_in_session", "sess_nothing"),
    nobody
  ]),
  ...brought("get_orders", ordersBySignIn),
  ...brought("add_to_cart", cartBySignIn),
  ...rowsOf("get_orders", ordersBySignIn, [
    "a sign-in that does not allow it",
    async (_, m) => tool("get_seller_dashboard", { sign_in_session: await m.signedIn() }),
    told([403, "FORBIDDEN"])
  ])
]
