import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { planted } from "../../scripts/planted.ts"

describe("the laws notice", () => {
  it.effect("every planted bug", () =>
    Effect.gen(function* () {
      const found = yield* planted
      assert.isAtLeast(found.length, 30)
      assert.deepStrictEqual(
        found.filter(({ at }) => at < 0).map(({ bug, law }) => `${bug}: unnoticed by “${law}”`),
        []
      )
    })
  )
})
