import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type Answer, send, succeeded } from "../badinput/answer.ts"
import type { Ask } from "../badinput/ask.ts"
import { type Market, openMarket } from "../badinput/market.ts"
import { tables } from "../badinput/tables.ts"
import { namedAcp, namedBinding } from "./namedAcp.ts"
import { namedIds } from "./namedIds.ts"
import { namedRest } from "./namedRest.ts"
import { namedTools } from "./namedTools.ts"
import { openToAll } from "./openToAll.ts"
import { by, everybody, type Tokens, tokensOf } from "./people.ts"

let market: Market
let tokens: Tokens
beforeAll(async () => {
  market = await openMarket()
  tokens = await tokensOf(market)
}, 60_000)
afterAll(() => market.world.dispose())

const published = { ...namedTools, ...namedRest, ...namedBinding }
const rows = Object.entries({ ...published, ...namedAcp }).flatMap(([names, { ask, things }]) =>
  Object.entries(things).map(([whose, thing]) => ({ names, whose, thing, ask }))
)

/** Of the same form, and nobody's. */
const unknownLike = (id: string) => id.replace(/_.*/, (rest) => `_${"Z".repeat(rest.length - 1)}`)

/** Headers that tell one request from another, whatever it asks. */
const ofEachRequest = new Set(["request-id", "x-request-id", "idempotency-key"])

/** An answer, as far as it could tell one id from another. */
const toldOf = ({ body, headers, status }: Answer, id: string) => ({
  status,
  body: body === undefined ? "" : JSON.stringify(body).replaceAll(id, "…"),
  headers: [...headers].filter(([name]) => !ofEachRequest.has(name) && !name.startsWith("ratelimit"))
})

describe("an id that a request names", () => {
  it("is somebody's and stands in a table here, or is told why it is nobody's", () => {
    const isOpen = (names: string) => openToAll.some(([where]) => where.test(names))
    assert.sameMembers(
      Object.keys(published),
      namedIds.filter((names) => !isOpen(names))
    )
    for (const [where] of openToAll)
      assert.isTrue(
        namedIds.some((names) => where.test(names)),
        String(where)
      )
  })

  it.each(rows)("$names: $whose is not there to anybody else, and is left alone", async ({ ask, thing, whose }) => {
    const id = await thing.make(market, tokens)
    const unknown = unknownLike(id)
    const asked = await ask(market)
    const answerTo = async (person: (typeof everybody)[number], which: string, what: Ask = asked(which)) =>
      toldOf(await send(market.world, by(person, tokens, what)), which)

    const before = await tables(market.world)
    for (const person of everybody.filter((each) => !thing.owners.includes(each))) {
      assert.deepStrictEqual(await answerTo(person, id), await answerTo(person, unknown), `${whose}, to ${person}`)
    }
    assert.deepStrictEqual(await tables(market.world), before)

    const [owner] = thing.owners
    if (owner === undefined) return
    const own = by(owner, tokens, asked(id))
    const served = await send(market.world, own)
    assert.isTrue(succeeded(own.door, served), JSON.stringify(served.body))
  })
})
