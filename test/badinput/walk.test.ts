import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { assertTells, refusedBy, send, succeeded } from "./answer.ts"
import { type Market, openMarket } from "./market.ts"
import { rows } from "./rows/index.ts"
import { tables } from "./tables.ts"

let market: Market
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.world.dispose())

for (const [door, its] of Object.entries(rows)) {
  describe(`${door} refuses, and changes nothing`, () => {
    it.each(its)("$says", async ({ code, fault, good, remembers = [], status }) => {
      const sound = await good(market)
      const served = await send(market.world, sound)
      assert.isTrue(succeeded(sound.door, served), JSON.stringify(served.body))

      const faulty = await fault(await good(market), market)
      const before = await tables(market.world)
      const answer = await send(market.world, faulty)
      const after = await tables(market.world)

      const refused = refusedBy[faulty.door](answer.body)
      assert.deepStrictEqual([answer.status, refused.code], [status, code], refused.message)
      assertTells(refused.message)
      for (const table of remembers) assert.notStrictEqual(after[table], before[table], table)
      assert.deepStrictEqual({ ...after, ...only(remembers, before) }, before)
    })
  })
}

const only = (names: ReadonlyArray<string>, of: Readonly<Record<string, string>>) =>
  Object.fromEntries(names.map((name) => [name, of[name]]))
