import { Context, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { TaxRate } from "../domain/pricing.ts"

/** What the place of delivery takes. Countries are ISO 3166-1 alpha-2, US states USPS codes. */
export class Taxes extends Context.Service<
  Taxes,
  {
    readonly rate: (place: { readonly country: string; readonly state: string }) => Effect.Effect<TaxRate, Unavailable>
  }
>()("craftlocal/ports/Taxes") {
  /** Ten per cent everywhere but in Oregon, easy to check by hand. */
  static readonly layerMemory = Layer.succeed(Taxes, {
    rate: ({ state }) =>
      Effect.succeed(
        state === "OR"
          ? { rate: 0, description: "No sales tax in OR" }
          : { rate: 0.1, description: `Sales tax ${state} 10%` }
      )
  })
}
