import pg from "pg"
import { assert, describe, it } from "vitest"
import { postgres, weather } from "./storm/storm.ts"

const isThere = await new pg.Client(postgres).connect().then(
  () => true,
  () => false
)
if (!isThere && process.env.CI === "true") throw new Error("the tests need a Postgres on 127.0.0.1:5432")

describe.skipIf(!isThere)(
  "a server that is killed fifteen times in a storm of purchases (skipped without a Postgres)",
  () => {
    it("charges nobody twice, loses no order, and finds every piece again", async () => {
      const { completed, complaints, counts } = await weather({ kills: 15, seed: 1 })
      assert.deepStrictEqual(complaints, [])
      assert.isAbove(completed, 8)
      assert.isAbove(counts.get("no answer") ?? 0, 15)
    }, 400_000)
  }
)
