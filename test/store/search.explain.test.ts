import { expect, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { describe } from "vitest"
import { cases, faults, seedForPlans } from "../../scripts/explain.ts"
import { real } from "./searchMachines.ts"

describe.skipIf(real.skipped)(`the plans of search on ${real.name}`, () => {
  const many = Layer.effectDiscard(seedForPlans(20_000)).pipe(Layer.provideMerge(real.db))

  layer(many, { timeout: 120_000 })((it) => {
    for (const each of cases) {
      it.effect(`${each.name}: by ${each.index.join(" or ")}, never all listings`, () =>
        Effect.gen(function* () {
          expect(yield* faults(each)).toEqual([])
        })
      )
    }
  })
})
