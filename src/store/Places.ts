import { Context, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { Category, City } from "../../schemas/shop.ts"

/** The two browsing dimensions, with how many active listings each place holds. */
export class Places extends Context.Service<
  Places,
  {
    readonly categories: Effect.Effect<ReadonlyArray<Category>, Unavailable>
    readonly cities: Effect.Effect<ReadonlyArray<City>, Unavailable>
  }
>()("craftlocal/store/Places") {
  static readonly layer = Layer.succeed(Places, { categories: Effect.succeed([]), cities: Effect.succeed([]) })
}
