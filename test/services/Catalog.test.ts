import { expect, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { describe } from "vitest"
import type { Viewer } from "../../schemas/access.ts"
import type { AccountId, ListingId } from "../../schemas/ids.ts"
import { sqlError } from "../../src/live/sql/SqlState.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { Catalog } from "../../src/services/Catalog.ts"
import { Listings } from "../../src/store/Listings.ts"
import { Places } from "../../src/store/Places.ts"
import { Shops } from "../../src/store/Shops.ts"
import { orUnavailable } from "../../src/store/Sql.ts"
import { stockShelves } from "../store/searchFixture.ts"
import { machines } from "../store/searchMachines.ts"

const account = (id: string): Viewer => ({ _tag: "Account", accountId: id as AccountId, scopes: [] })
const id = (name: string) => `lst_${name}` as ListingId

for (const machine of machines) {
  describe.skipIf(machine.skipped)(`the catalogue on ${machine.name}`, () => {
    const catalog = Catalog.layer({ publicUrl: "https://craft.example/" }).pipe(
      Layer.provide([Listings.layer, Places.layer, Shops.layer, Cache.layerMemory]),
      Layer.provide(Layer.effectDiscard(stockShelves).pipe(Layer.provideMerge(machine.db)))
    )

    layer(catalog, { timeout: 60_000 })((it) => {
      it.effect("addresses are absolute wherever they stand", () =>
        Effect.gen(function* () {
          const { listing, search } = yield* Catalog
          const one = yield* listing(id("bluemug"))
          expect(one.url).toBe("https://craft.example/l/lst_bluemug")
          expect(one.images).toEqual(["https://craft.example/images/bluemug.jpg"])
          const { listings } = yield* search({ query: "microwave", limit: 20, offset: 0 })
          expect(listings[0]?.images).toEqual(one.images)
        })
      )

      it.effect("sold-out and sold listings can be looked at by everybody", () =>
        Effect.gen(function* () {
          const { listing } = yield* Catalog
          expect((yield* listing(id("cup"))).stock).toBe(0)
          expect((yield* listing(id("sold"))).status).toBe("sold")
        })
      )

      it.effect("drafts, pending and deleted listings are their maker's alone", () =>
        Effect.gen(function* () {
          const { listing } = yield* Catalog
          for (const name of ["draft", "pending", "gone"]) {
            const strangers = [undefined, { _tag: "Guest" } as const, account("acc_loom"), account("")]
            for (const viewer of strangers) {
              expect((yield* Effect.flip(listing(id(name), viewer)))._tag).toBe("NotFound")
            }
            expect((yield* listing(id(name), account("acc_kiln"))).id).toBe(id(name))
          }
        })
      )

      it.effect("an id that cannot exist answers like an unknown one", () =>
        Effect.gen(function* () {
          const { listing } = yield* Catalog
          const unknown = yield* Effect.flip(listing(id("nobody")))
          for (const impossible of ["", "\0", "'; --", "x".repeat(10_000)]) {
            expect(yield* Effect.flip(listing(impossible as ListingId))).toEqual(unknown)
          }
        })
      )

      it.effect("the browsing dimensions count what is active", () =>
        Effect.gen(function* () {
          const { categories, cities } = yield* Catalog
          expect(yield* categories).toEqual([
            { slug: "ceramics", name: "Ceramics", listings: 4 },
            { slug: "textiles", name: "Textiles", listings: 3 },
            { slug: "jewelry", name: "Jewelry", listings: 3 },
            { slug: "home-decor", name: "Home & Decor", listings: 0 }
          ])
          expect((yield* cities).map(({ listings, name }) => [name, listings])).toEqual([
            ["Asheville", 3],
            ["Chicago", 4],
            ["Santa Fe", 3]
          ])
        })
      )

      it.effect("a database that is away is told apart from a bug", () =>
        Effect.gen(function* () {
          const away = yield* Effect.flip(orUnavailable(Effect.fail(sqlError({ code: "ECONNREFUSED" }, "connect"))))
          expect(away.code).toBe("UNAVAILABLE")
          const bug = yield* Effect.exit(orUnavailable(Effect.fail(sqlError({ code: "42601" }, "execute"))))
          expect(String(bug)).toContain("Die")
        })
      )
    })
  })
}
