import pg from "pg"
import { assert, describe, it } from "vitest"
import { postgres, weather } from "./storm/storm.ts"

const isThere = await new pg.Client(postgres).connect().then(
  () => true,
  () => false
)
if (!isThere && process.env.CI === "true") throw new Error("the tests need a Postgres on 127.0.0.1:5432")

describe.skipIf(!isThere)("a storm of purchases (skipped without a Postgres)", () => {
  for (const [bug, says] of [
    ["unsaved", "that money is about to move is not saved"],
    ["believing", "what nobody finished is taken for declined"],
    ["forgetful", "what was answered under a key is forgotten"],
    ["holding", "what a canceled order took does not come back"]
  ] as const) {
    it.concurrent(`would be noticed if ${says}`, async () => {
      for (let seed = 1; seed <= 4; seed++) {
        if ((await weather({ kills: 5, seed, bug })).complaints.length > 0) return
      }
      assert.fail("no storm noticed it")
    }, 200_000)
  }
})
