import { Context, Duration, Effect, Layer, Option, Schema } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import type { ListingId } from "../../schemas/ids.ts"
import type { Listing, ListingStatus, SearchAnswer, SearchQuery } from "../../schemas/listing.ts"
import { Category, City, type Shop } from "../../schemas/shop.ts"
import { absolute, listingUrl, shopUrl } from "../domain/publicUrls.ts"
import { Cache } from "../ports/Cache.ts"
import { Listings } from "../store/Listings.ts"
import type { StoredListing } from "../store/listings/shown.ts"
import { Places } from "../store/Places.ts"
import { Shops } from "../store/Shops.ts"

/** What everybody may see; the rest is its maker's alone. */
const visible = (status: ListingStatus) => status === "active" || status === "sold"

const isMaker = (owner: string, viewer: Viewer | undefined) => viewer?._tag === "Account" && viewer.accountId === owner

const Categories = Schema.fromJsonString(Schema.Array(Category))
const Cities = Schema.fromJsonString(Schema.Array(City))

/** Kept for a minute for every process, and for a few seconds in this one: the dimensions hardly change. */
const kept = Effect.fnUntraced(function* <A, E>(
  key: string,
  schema: Schema.Codec<A, string>,
  read: Effect.Effect<A, E>
) {
  const cache = yield* Cache
  const encode = Schema.encodeSync(schema)
  const decode = Schema.decodeOption(schema)
  const [value, forget] = yield* Effect.cachedInvalidateWithTTL(
    Effect.gen(function* () {
      const found = Option.flatMap(Option.fromUndefinedOr(yield* cache.get(key)), decode)
      if (Option.isSome(found)) return found.value
      const value = yield* read
      yield* cache.set(key, encode(value), Duration.minutes(1))
      return value
    }),
    "5 seconds"
  )
  return [value, Effect.andThen(cache.drop(key), forget)] as const
})

/** What buyers read: search, one listing, one shop, and the two browsing dimensions. Every address in it is absolute. */
export class Catalog extends Context.Service<
  Catalog,
  {
    readonly search: (query: SearchQuery) => Effect.Effect<SearchAnswer, Unavailable>
    /** Sold-out ones too. Drafts, pending and deleted ones only for the maker, who is told by the viewer. */
    readonly listing: (id: ListingId, viewer?: Viewer) => Effect.Effect<Listing, NotFound | Unavailable>
    readonly shop: (id: string) => Effect.Effect<Shop, NotFound | Unavailable>
    readonly categories: Effect.Effect<ReadonlyArray<Category>, Unavailable>
    readonly cities: Effect.Effect<ReadonlyArray<City>, Unavailable>
    /** A listing was written: what was counted before is not told any more. Other processes may, for some seconds. */
    readonly changed: Effect.Effect<void>
  }
>()("craftlocal/services/Catalog") {
  static readonly layer = (options: { readonly publicUrl: string }) =>
    Layer.effect(
      Catalog,
      Effect.gen(function* () {
        const listings = yield* Listings
        const places = yield* Places
        const shops = yield* Shops
        const [categories, forgetCategories] = yield* kept("categories", Categories, places.categories)
        const [cities, forgetCities] = yield* kept("cities", Cities, places.cities)
        const images = (stored: ReadonlyArray<string>) => stored.map((image) => absolute(options.publicUrl, image))

        const search = Effect.fn("Catalog.search")(function* (query: SearchQuery) {
          const answer = yield* listings.search(query)
          return { ...answer, listings: answer.listings.map((card) => ({ ...card, images: images(card.images) })) }
        })

        const shown = ({ listing }: StoredListing): Listing => ({
          ...listing,
          images: images(listing.images),
          url: listingUrl(options.publicUrl, listing.id)
        })

        const listing = Effect.fn("Catalog.listing")(function* (id: ListingId, viewer?: Viewer) {
          const found = yield* listings.find(id)
          const mayBeSeen = Option.filter(
            found,
            ({ listing, owner }) => visible(listing.status) || isMaker(owner, viewer)
          )
          return yield* Option.match(mayBeSeen, {
            onNone: () => Effect.fail(new NotFound({ what: "listing" })),
            onSome: (stored) => Effect.succeed(shown(stored))
          })
        })

        const shop = Effect.fn("Catalog.shop")(function* (id: string) {
          const found = yield* shops.find(id)
          if (found === undefined) return yield* new NotFound({ what: "shop" })
          return { ...found, url: shopUrl(options.publicUrl, found.id) }
        })

        const changed = Effect.andThen(forgetCategories, forgetCities)

        return Catalog.of({ search, listing, shop, categories, cities, changed })
      })
    )
}
