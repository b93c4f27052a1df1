import { Effect, Layer } from "effect"
import SalesTax from "sales-tax"
import { Taxes } from "../../ports/Taxes.ts"

/** Rates by US state from the `sales-tax` library's own table: no network, and no local taxes of cities and counties. */
export const layerStateRates = Layer.sync(Taxes, () => {
  const known = new Map<string, number>()
  const rateOf = Effect.fnUntraced(function* (state: string) {
    const kept = known.get(state)
    if (kept !== undefined) return kept
    const { rate } = yield* Effect.promise(() => SalesTax.getSalesTax("US", state))
    known.set(state, rate)
    return rate
  })
  return {
    rate: Effect.fn("Taxes.rate")(function* ({ state }) {
      const rate = yield* rateOf(state)
      const percent = Number((rate * 100).toFixed(3))
      return { rate, description: `${state} state sales tax ${percent}%, local taxes not included` }
    })
  }
})
