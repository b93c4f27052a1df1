import { as, bearer, goesTo, leavesOut, rest, says, saysAll } from "../ask.ts"
import { address, type Market } from "../market.ts"
import { invalid, notFound, type Row, rowsOf, unauthorized } from "../Row.ts"
import { broken, control, nul, strangeIds, wrongFor } from "./values.ts"

const forbidden = [403, "FORBIDDEN"] as const

/** One to change, of its own each time; the last is forgotten, so that there is always room. */
const kept = async ({ sent, owner }: Market) => {
  const list = await sent(as(owner, rest("GET", "/account/addresses")))
  const { addresses } = list.body as { addresses: ReadonlyArray<{ id: string }> }
  for (const { id } of addresses.slice(3)) await sent(as(owner, rest("DELETE", `/account/addresses/${id}`)))
  const made = await sent(as(owner, rest("POST", "/account/addresses", { address })))
  return (made.body as { address: { id: string } }).address.id
}

const goodAccount = {
  change: ({ owner }: Market) => as(owner, rest("PATCH", "/account", { name: "Avery Collins", phone: "+13125550142" })),
  add: async (m: Market) => {
    await kept(m)
    return as(m.owner, rest("POST", "/account/addresses", { address, is_default: false }))
  },
  move: async (m: Market) => as(m.owner, rest("PATCH", `/account/addresses/${await kept(m)}`, { address })),
  forget: async (m: Market) => as(m.owner, rest("DELETE", `/account/addresses/${await kept(m)}`)),
  read: ({ owner }: Market) => as(owner, rest("GET", "/account")),
  addresses: ({ owner }: Market) => as(owner, rest("GET", "/account/addresses")),
  take: ({ owner }: Market) => as(owner, rest("GET", "/account/export")),
  erase: async ({ newcomer }: Market) => {
    const { email, token } = await newcomer()
    return as(token, rest("DELETE", "/account", { confirm: email }))
  }
}

const named = (what: string, good: Row["good"], path: string) =>
  [
    ["a NUL", nul],
    ["a control character", control],
    ["half a letter", broken],
    ["a mark that turns the writing around", "Ada \u202eByron"],
    ["far too much", "x".repeat(10_000)]
  ].flatMap(([name, value]) => rowsOf(what, good, [`${name} in ${path}`, says(path!, value), invalid]))

const foreign = (what: string, good: Row["good"]) =>
  Object.entries(strangeIds)
    .filter(([, id]) => id !== "")
    .flatMap(([name, id]) =>
      rowsOf(what, good, [name, goesTo(`/api/v1/account/addresses/${encodeURIComponent(id.toWellFormed())}`), notFound])
    )

const guarded = (what: string, good: Row["good"]) =>
  rowsOf(
    what,
    good,
    ["a guest", bearer(undefined), unauthorized],
    ["a token without the scope", (ask, m) => as(m.writer, ask), forbidden]
  )

/** What a client may get wrong about an account. */
export const accountRows: ReadonlyArray<Row> = [
  ...guarded("read the account", goodAccount.read),
  ...guarded("change the account", goodAccount.change),
  ...guarded("keep an address", goodAccount.add),
  ...guarded("list the addresses", goodAccount.addresses),
  ...guarded("delete the account", goodAccount.erase),
  ...guarded("export the account", goodAccount.take),
  ...named("change the account", goodAccount.change, "name"),
  ...named("change the account", goodAccount.change, "phone"),
  ...Object.entries(wrongFor.text).flatMap(([name, value]) =>
    rowsOf("change the account", goodAccount.change, [`${name} for a name`, says("name", value), invalid])
  ),
  ...rowsOf("change the account", goodAccount.change, ["no name", says("name", " "), invalid]),
  ...rowsOf(
    "keep an address",
    goodAccount.add,
    ["no address", leavesOut("address"), invalid],
    ["no street", leavesOut("address.line1"), invalid],
    ["a state that is none", says("address.state", "Atlantis"), invalid],
    ["a ZIP code of another state", says("address.zip", "97201"), invalid],
    ["a country we do not send to", says("address.country", "DE"), invalid],
    ["a street with a NUL", says("address.line1", nul), invalid],
    ["a default that is a word", says("is_default", "yes"), invalid]
  ),
  ...rowsOf(
    "delete the account",
    goodAccount.erase,
    ["no word that it is meant", saysAll({}), invalid],
    ["another address", says("confirm", "buyer@craftlocal.test"), invalid],
    ["an address that is a number", says("confirm", 7), invalid],
    ["an address with a NUL", says("confirm", nul), invalid],
    ["an endless address", says("confirm", "x".repeat(10_000)), invalid]
  ),
  ...rowsOf("change an address", goodAccount.move, ["somebody else's", (ask, m) => as(m.stranger, ask), notFound]),
  ...rowsOf("forget an address", goodAccount.forget, ["somebody else's", (ask, m) => as(m.stranger, ask), notFound]),
  ...foreign("change an address", goodAccount.move),
  ...foreign("forget an address", goodAccount.forget)
]
