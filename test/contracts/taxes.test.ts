import { assert, describe, it, layer } from "@effect/vitest"
import { Effect } from "effect"
import { layerStateRates } from "../../src/live/taxes/StateRates.ts"
import { Taxes } from "../../src/ports/Taxes.ts"

for (const [name, machine] of [
  ["in memory", Taxes.layerMemory],
  ["by the library's table of states", layerStateRates]
] as const) {
  layer(machine)(`taxes ${name}`, (it) => {
    it.effect("are a part of the price, and say what they are", () =>
      Effect.gen(function* () {
        const { rate } = yield* Taxes
        for (const state of ["IL", "CA", "NY", "TX"]) {
          const answer = yield* rate({ country: "US", state })
          assert.isAbove(answer.rate, 0)
          assert.isBelow(answer.rate, 0.15)
          assert.include(answer.description, state)
        }
      })
    )

    it.effect("are nothing in a state without a sales tax", () =>
      Effect.gen(function* () {
        assert.strictEqual((yield* (yield* Taxes).rate({ country: "US", state: "OR" })).rate, 0)
      })
    )
  })
}

describe("the rates of states", () => {
  it.effect("are those that the states publish", () =>
    Effect.gen(function* () {
      const { rate } = yield* Taxes
      assert.strictEqual((yield* rate({ country: "US", state: "IL" })).rate, 0.0625)
      assert.strictEqual((yield* rate({ country: "US", state: "TX" })).rate, 0.0625)
      assert.strictEqual((yield* rate({ country: "US", state: "NY" })).rate, 0.04)
    }).pipe(Effect.provide(layerStateRates))
  )
})
