import { Context, Effect, Exit, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import type { Category, City } from "../../schemas/shop.ts"
import { type Place, slugsOf } from "../domain/placeNames.ts"
import { orUnavailable } from "./Sql.ts"

/** The two browsing dimensions. */
export class Places extends Context.Service<
  Places,
  {
    /** In the order the shop shows them, each with its active listings, counted at this moment. */
    readonly categories: Effect.Effect<ReadonlyArray<Category>, Unavailable>
    /** By name, each with its active listings, counted at this moment. */
    readonly cities: Effect.Effect<ReadonlyArray<City>, Unavailable>
    /** Slugs and names only, at most a minute old. */
    readonly names: Effect.Effect<PlaceNames, Unavailable>
    /** The slugs a caller means by a slug or a name: none when there is no such place, undefined when nothing is said. */
    readonly slugs: (
      what: keyof PlaceNames,
      said: string | undefined
    ) => Effect.Effect<ReadonlyArray<string> | undefined, Unavailable>
  }
>()("craftlocal/store/Places") {
  static readonly layer = Layer.effect(
    Places,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient

      const categories = orUnavailable(sql<Category>`
        SELECT slug, name, coalesce(sum(s.listings), 0)::int AS listings
        FROM categories c LEFT JOIN shelves s ON s.category = c.slug
        GROUP BY slug ORDER BY position, slug`)

      const cities = orUnavailable(sql<City>`
        SELECT slug, name, state, coalesce(sum(s.listings), 0)::int AS listings
        FROM cities c LEFT JOIN shelves s ON s.city = c.slug
        GROUP BY slug ORDER BY name, slug`)

      const load = orUnavailable(sql<Place & { readonly what: keyof PlaceNames }>`
        SELECT 'categories' AS what, slug, name, NULL AS state FROM categories
        UNION ALL SELECT 'cities', slug, name, state FROM cities ORDER BY slug`).pipe(
        Effect.map(
          (rows): PlaceNames => ({
            categories: rows.filter(({ what }) => what === "categories"),
            cities: rows.filter(({ what }) => what === "cities")
          })
        )
      )
      const [names, forget] = yield* Effect.cachedInvalidateWithTTL(load, (exit) =>
        Exit.isSuccess(exit) ? "1 minute" : "0 seconds"
      )

      /** A name that is not known may be new: it is looked up once more before it counts as nowhere. */
      const slugs = Effect.fnUntraced(function* (what: keyof PlaceNames, said: string | undefined) {
        if (said === undefined || said.trim() === "") return undefined
        const known = slugsOf((yield* names)[what], said)
        return known.length > 0 ? known : slugsOf((yield* Effect.andThen(forget, names))[what], said)
      })

      return Places.of({ categories, cities, names, slugs })
    })
  )
}

export interface PlaceNames {
  readonly categories: ReadonlyArray<Place>
  readonly cities: ReadonlyArray<Place>
}
