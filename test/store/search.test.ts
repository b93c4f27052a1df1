import { expect, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { describe } from "vitest"
import type { ListingId, ShopId } from "../../schemas/ids.ts"
import type { SearchAnswer, SearchQuery } from "../../schemas/listing.ts"
import { cents } from "../../schemas/money.ts"
import { Listings } from "../../src/store/Listings.ts"
import { Places } from "../../src/store/Places.ts"
import { stockShelves } from "./searchFixture.ts"
import { machines } from "./searchMachines.ts"

const search = Effect.fnUntraced(function* (query: Partial<SearchQuery>) {
  const listings = yield* Listings
  return yield* listings.search({ limit: 20, offset: 0, ...query })
})

const titles = (answer: SearchAnswer) => answer.listings.map(({ title }) => title)
const found = (query: Partial<SearchQuery>) => Effect.map(search(query), (answer) => titles(answer).sort())
const sum = (counts: ReadonlyArray<{ readonly count: number }>) => counts.reduce((all, { count }) => all + count, 0)
const counts = (facet: SearchAnswer["facets"]["categories"]) =>
  Object.fromEntries(facet.map(({ count, slug }) => [slug, count]))

/** What the triggers keep, beside what a count by hand says. */
const counted = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const kept = yield* sql`SELECT category, city, price_band, in_stock, sum(listings)::int AS n FROM shelves
    GROUP BY 1, 2, 3, 4 HAVING sum(listings) <> 0 ORDER BY 1, 2, 3, 4`
  const there = yield* sql`SELECT category, city, price_band(price), stock > 0 AS in_stock, count(*)::int AS n
    FROM listings WHERE status = 'active' GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`
  const words = yield* sql`SELECT word, sum(listings)::int AS n FROM vocabulary
    GROUP BY 1 HAVING sum(listings) <> 0 ORDER BY 1`
  const used = yield* sql`SELECT word, count(*)::int AS n
    FROM listings, listing_words(title, category, city, tags, materials) word
    WHERE status = 'active' GROUP BY 1 ORDER BY 1`
  return { kept: { shelves: kept, words }, there: { shelves: there, words: used } }
})

for (const machine of machines) {
  describe.skipIf(machine.skipped)(`search on ${machine.name}`, () => {
    const shop = Layer.mergeAll(Listings.layer, Places.layer).pipe(
      Layer.provideMerge(Layer.effectDiscard(stockShelves).pipe(Layer.provideMerge(machine.db)))
    )

    layer(shop, { timeout: 60_000 })((it) => {
      it.effect("words find stems and other words for the same thing", () =>
        Effect.gen(function* () {
          expect(yield* found({ query: "mugs" })).toEqual(["Blue Mug", "Red Mug", "Tasting Cup", "Woven Coaster"])
          expect(yield* found({ query: "necklace" })).toEqual(["Silver Pendant"])
          expect(yield* found({ query: "the throw" })).toEqual(["Striped Blanket"])
          expect(yield* found({ query: "clay & kiln chicago" })).toHaveLength(4)
        })
      )

      it.effect("all words rank before any word, and a title before a description", () =>
        Effect.gen(function* () {
          const answer = yield* search({ query: "blue mug" })
          expect(titles(answer)[0]).toBe("Blue Mug")
          expect(answer.totalCount).toBe(6)
          expect(titles(yield* search({ query: "mug" })).slice(2)).toEqual(["Tasting Cup", "Woven Coaster"])
          expect(
            titles(yield* search({ query: "mug" }))
              .slice(0, 2)
              .sort()
          ).toEqual(["Blue Mug", "Red Mug"])
        })
      )

      it.effect("a typo in a short word still finds mugs, and says so", () =>
        Effect.gen(function* () {
          for (const typo of ["mgu", "mgus", "mugg", "mig"]) {
            const answer = yield* search({ query: typo })
            expect(titles(answer), typo).toContain("Blue Mug")
            expect(answer.suggestion).toBe("Showing results for 'mug'.")
          }
          const two = yield* search({ query: "blue braclet" })
          expect(two.suggestion).toBe("Showing results for 'blue bracelet'.")
          expect(titles(two)).toContain("Hammered Bracelet")
        })
      )

      it.effect("a word that is only in a description, or only missing under a filter, is not a typo", () =>
        Effect.gen(function* () {
          const described = yield* search({ query: "microwave" })
          expect(titles(described)).toEqual(["Blue Mug"])
          expect(described.suggestion).toBeUndefined()
          const filtered = yield* search({ query: "mug", city: "santa-fe" })
          expect(filtered.totalCount).toBe(0)
          expect(filtered.suggestion).toBe(
            "Nothing for 'mug' in this city. Try another one: Chicago (3), Asheville (1)."
          )
        })
      )

      it.effect("a listing made a moment ago is found by a word nobody used before", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          yield* search({ query: "zellige" })
          yield* sql`UPDATE listings SET title = 'Zellige Bowl' WHERE id = 'lst_bluebowl'`
          expect(yield* found({ query: "zellige" })).toEqual(["Zellige Bowl"])
          yield* sql`UPDATE listings SET title = 'Blue Bowl' WHERE id = 'lst_bluebowl'`
        })
      )

      it.effect("without words the popular come first", () =>
        Effect.gen(function* () {
          const answer = yield* search({})
          expect(titles(answer).slice(0, 3)).toEqual(["Striped Blanket", "Red Mug", "Blue Mug"])
          expect(answer.totalCount).toBe(10)
          expect(answer.hasMore).toBe(false)
          expect(answer.suggestion).toBeUndefined()
          expect(titles(yield* search({ sortBy: "relevance" }))).toEqual(titles(answer))
        })
      )

      it.effect("sorts by what is asked", () =>
        Effect.gen(function* () {
          expect(titles(yield* search({ sortBy: "newest" })).slice(0, 2)).toEqual(["Silver Pendant", "Tasting Cup"])
          expect(titles(yield* search({ sortBy: "price_asc" }))[0]).toBe("Woven Coaster")
          expect(titles(yield* search({ sortBy: "price_desc" }))[0]).toBe("Copper Ring")
          expect(titles(yield* search({ query: "mug", sortBy: "price_asc" }))[0]).toBe("Woven Coaster")
        })
      )

      it.effect("filters narrow, by slug or by name in any case, under either of their names", () =>
        Effect.gen(function* () {
          const jewelry = ["Copper Ring", "Hammered Bracelet", "Silver Pendant"]
          for (const category of ["jewelry", "Jewelry", "JEWELRY"]) expect(yield* found({ category })).toEqual(jewelry)
          for (const city of ["santa-fe", "Santa Fe", "santa fe, nm"]) expect(yield* found({ city })).toEqual(jewelry)
          expect(yield* found({ categoryId: "jewelry", cityId: "santa-fe" })).toEqual(jewelry)
          expect(yield* found({ shopId: "shp_forge" as ShopId })).toEqual(jewelry)
          expect(yield* found({ category: "Home and Decor" })).toEqual([])
          expect(yield* found({ priceMin: cents(75_00), priceMax: cents(120_00) })).toEqual(jewelry.slice(1))
          expect(yield* found({ tags: ["GIFT", "winter"] })).toEqual(["Blue Scarf"])
          expect(yield* found({ query: "cup", inStock: true })).not.toContain("Tasting Cup")
        })
      )

      it.effect("a place that does not exist finds nothing and names one that does", () =>
        Effect.gen(function* () {
          expect((yield* search({ city: "chcago" })).suggestion).toBe("There is no such city. Did you mean Chicago?")
          const answer = yield* search({ query: "mug", category: "zzz" })
          expect(answer.totalCount).toBe(0)
          expect(answer.suggestion).toMatch(/^There is no such category. Try one of these: Ceramics/)
          expect(counts(answer.facets.categories)).toEqual({ ceramics: 3, textiles: 1 })
        })
      )

      it.effect("drafts, pending, deleted and sold ones stay hidden; what is out of stock is shown as such", () =>
        Effect.gen(function* () {
          for (const query of ["secret", "pending", "deleted", "sold"]) {
            expect((yield* search({ query })).listings.map(({ id }) => id)).not.toContain(`lst_${query}`)
          }
          const cup = (yield* search({ query: "tasting" })).listings[0]!
          expect(cup.inStock).toBe(false)
          expect(cup.seller).toEqual({ id: "shp_kiln", name: "Clay & Kiln", city: "Chicago", rating: 4.75 })
        })
      )

      it.effect("facets add up, and each one ignores its own filter", () =>
        Effect.gen(function* () {
          const queries: ReadonlyArray<Partial<SearchQuery>> = [
            {},
            { inStock: true },
            { query: "blue mug" },
            { tags: ["gift"] }
          ]
          for (const query of queries) {
            const { facets, totalCount } = yield* search(query)
            for (const facet of [facets.categories, facets.cities, facets.prices]) expect(sum(facet)).toBe(totalCount)
            for (const { count, slug } of facets.categories) {
              expect((yield* search({ ...query, category: slug })).totalCount).toBe(count)
            }
            for (const { count, slug } of facets.cities) {
              expect((yield* search({ ...query, city: slug })).totalCount).toBe(count)
            }
            for (const { count, max, min } of facets.prices) {
              const narrowed = yield* search({ ...query, priceMin: min, ...(max !== null && { priceMax: max }) })
              expect(narrowed.totalCount).toBe(count)
              expect(narrowed.facets.prices).toEqual(facets.prices)
            }
            const cut = yield* search({ ...query, priceMin: cents(20_00), priceMax: cents(60_00) })
            expect(cut.totalCount).toBe(cut.listings.length)
            expect(counts((yield* search({ ...query, category: "ceramics" })).facets.categories)).toEqual(
              counts(facets.categories)
            )
          }
        })
      )

      it.effect("pages cover everything exactly once", () =>
        Effect.gen(function* () {
          for (const sortBy of ["relevance", "popular", "newest", "price_asc", "price_desc"] as const) {
            for (const query of ["", "blue mug silver"]) {
              const whole = yield* search({ query, sortBy, limit: 50 })
              const seen: Array<string> = []
              for (let offset = 0; ; offset += 3) {
                const page = yield* search({ query, sortBy, limit: 3, offset })
                seen.push(...page.listings.map(({ id }) => id))
                expect(page.hasMore).toBe(seen.length < whole.totalCount)
                if (!page.hasMore) break
              }
              expect(seen).toEqual(whole.listings.map(({ id }) => id))
              expect(new Set(seen).size).toBe(whole.totalCount)
            }
          }
        })
      )

      it.effect("hostile words never fail", () =>
        Effect.gen(function* () {
          const nothing = [
            "\0",
            "a\0b",
            "\ud800",
            "'",
            "''; DROP TABLE listings; --",
            "%",
            "&|!:*()<->",
            '"',
            "\\",
            "$$"
          ]
          const odd = [
            "🫖".repeat(100),
            "mug:*",
            "!mug",
            "mug & | cup",
            "ﬀ½",
            "x".repeat(200),
            "the and of",
            "Ⅷ",
            "陶器",
            "1e5"
          ]
          for (const query of [...nothing, ...odd]) {
            yield* search({ query })
            yield* search({ city: query, category: query, tags: [query], shopId: query as ShopId })
          }
          const nowhere = yield* search({ query: "xqzzyv" })
          expect(nowhere.listings).toEqual([])
          expect(nowhere.suggestion).toMatch(/^Nothing for 'xqzzyv'. Try fewer words or filters, or browse Ceramics/)
          expect((yield* search({ query: "!!!" })).suggestion).toBe("Showing popular listings.")
          expect((yield* search({ priceMax: cents(10_000_000_000) })).totalCount).toBe(10)
        })
      )

      it.effect("one listing comes with its shop, variants and reviews", () =>
        Effect.gen(function* () {
          const listings = yield* Listings
          const { listing, owner } = yield* Effect.fromOption(yield* listings.find("lst_bluemug" as ListingId))
          expect(owner).toBe("acc_kiln")
          expect(listing.variants).toEqual([
            { name: "Small", price: 25_00, stock: 2 },
            { name: "Large", price: 33_00, stock: 3 }
          ])
          expect(listing.reviewsSummary.totalReviews).toBe(7)
          expect(listing.reviewsSummary.averageRating).toBe(4)
          expect(listing.reviewsSummary.recentReviews.map(({ comment }) => comment)).toEqual(
            [7, 6, 5, 4, 3].map((n) => `Review ${n}`)
          )
          expect(listing.createdAt).toBe("2026-01-01T00:00:00.000Z")
          expect((yield* listings.find("lst_nobody" as ListingId))._tag).toBe("None")
          expect((yield* listings.find("'; --" as ListingId))._tag).toBe("None")
        })
      )

      it.effect("what is for sale comes for many at once, of any status", () =>
        Effect.gen(function* () {
          const listings = yield* Listings
          const ids = ["lst_bluemug", "lst_draft", "lst_bluemug", "lst_nobody", "\0"].map((id) => id as ListingId)
          const facts = yield* listings.forSale(ids)
          expect([...facts.keys()].sort()).toEqual(["lst_bluemug", "lst_draft"])
          expect(facts.get("lst_bluemug" as ListingId)).toMatchObject({
            price: 28_00,
            image: "/images/bluemug.jpg",
            shopName: "Clay & Kiln",
            shopState: "IL",
            variants: [
              { name: "Small", priceDelta: -300, stock: 2 },
              { name: "Large", priceDelta: 500, stock: 3 }
            ]
          })
          expect(facts.get("lst_draft" as ListingId)?.status).toBe("draft")
        })
      )

      it.effect("counts follow whatever is written", () =>
        Effect.gen(function* () {
          const sql = yield* SqlClient.SqlClient
          const story = Effect.gen(function* () {
            yield* sql`UPDATE listings SET stock = 0 WHERE id = 'lst_ring'`
            yield* sql`UPDATE listings SET status = 'active' WHERE id = 'lst_draft'`
            yield* sql`UPDATE listings SET status = 'deleted' WHERE id = 'lst_cup'`
            yield* sql`UPDATE listings SET title = 'Azure Bowl', price = 90000, tags = '{new}' WHERE id = 'lst_bluebowl'`
            yield* sql`UPDATE shops SET name = 'Quern & Co' WHERE id = 'shp_forge'`
            yield* sql`DELETE FROM listings WHERE id = 'lst_mugrug'`
            for (let n = 0; n < 300; n++) yield* sql`UPDATE listings SET stock = ${n % 2} WHERE id = 'lst_ring'`
            const { kept, there } = yield* counted
            expect(kept).toEqual(there)
            expect(yield* found({ query: "quern" })).toHaveLength(3)
            expect((yield* search({})).totalCount).toBe(9)
            const places = yield* Places
            expect((yield* places.categories).map(({ listings, slug }) => [slug, listings])).toEqual([
              ["ceramics", 4],
              ["textiles", 2],
              ["jewelry", 3],
              ["home-decor", 0]
            ])
            expect((yield* places.cities)[0]).toEqual({
              slug: "asheville",
              name: "Asheville",
              state: "NC",
              listings: 2
            })
            return yield* Effect.fail("undo")
          })
          yield* Effect.ignore(sql.withTransaction(story))
          const { kept, there } = yield* counted
          expect(kept).toEqual(there)
          expect((yield* search({})).totalCount).toBe(10)
        })
      )
    })
  })
}
