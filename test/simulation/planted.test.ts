import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { bugs } from "./bugs.ts"
import { tell } from "./tell.ts"
import { type OpenStage, openStage } from "./world.ts"

let open: OpenStage
beforeAll(async () => {
  open = await openStage()
}, 60_000)
afterAll(() => open.dispose())

describe("the simulation notices, when it is planted, that", () => {
  for (const [name, bug] of Object.entries(bugs)) {
    it(name, async () => {
      for (let seed = 1; seed <= 400; seed++) {
        if ((await tell(open, seed, bug)).violations.length > 0) return
      }
      assert.fail("no history noticed it")
    }, 120_000)
  }
})

describe("a history", () => {
  it("is the same each time it is told from its seed", async () => {
    for (const seed of [3, 11, 42]) {
      const [first, second] = [await tell(open, seed), await tell(open, seed)]
      assert.deepStrictEqual(first.trace, second.trace)
      assert.isAbove(first.trace.length, 20)
    }
  }, 60_000)
})
