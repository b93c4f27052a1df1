import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { assertTells, refusedBy, send, succeeded } from "./answer.ts"
import { type Ask, withNewKeys } from "./ask.ts"
import { type Market, openMarket } from "./market.ts"
import type { Row } from "./Row.ts"
import { rows } from "./rows/index.ts"
import { tables } from "./tables.ts"

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.world.dispose())

/** Good requests that were refused when something was wrong with them, and so are as good as new. */
const unspent = new Map<Row["good"], Ask>()
/** The tables as they were after the last row, and how much had been done by then. */
let last = { uses: -1, tables: {} as Readonly<Record<string, string>> }

/** A good request, where such a one is proven to work: or its faults would prove nothing. */
const goodOne = async (good: Row["good"]): Promise<Ask> => {
  const ready = unspent.get(good)
  if (ready !== undefined) {
    unspent.delete(good)
    return withNewKeys(ready)
  }
  const sound = await good(market)
  const served = await send(market.world, sound)
  assert.isTrue(succeeded(sound.door, served), JSON.stringify(served.body))
  return good(market)
}

const look = async () => {
  const found = await tables(market.world)
  last = { uses: market.uses(), tables: found }
  return found
}

for (const [door, its] of Object.entries(rows)) {
  describe(`${door} refuses, and changes nothing`, () => {
    it.each(its)("$says", async ({ code, fault, good, remembers = [], status }) => {
      const sound = await goodOne(good)
      const faulty = await fault(sound, market)
      const before = last.uses === market.uses() ? last.tables : await look()
      const answer = await send(market.world, faulty)
      const after = await look()

      const refused = refusedBy[faulty.door](answer.body)
      assert.deepStrictEqual([answer.status, refused.code], [status, code], refused.message)
      assertTells(refused.message)
      for (const table of remembers) assert.notStrictEqual(after[table], before[table], table)
      assert.deepStrictEqual({ ...after, ...only(remembers, before) }, before)
      if (remembers.length === 0) unspent.set(good, sound)
    })
  })
}

const only = (names: ReadonlyArray<string>, of: Readonly<Record<string, string>>) =>
  Object.fromEntries(names.map((name) => [name, of[name]]))
