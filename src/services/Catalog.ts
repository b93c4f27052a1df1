import { Context, Effect, Layer, Option } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import { NotFound, type Unavailable } from "../../schemas/errors.ts"
import type { ListingId } from "../../schemas/ids.ts"
import type { Listing, ListingStatus, SearchAnswer, SearchQuery } from "../../schemas/listing.ts"
import type { Category, City } from "../../schemas/shop.ts"
import { absolute, listingUrl } from "../domain/publicUrls.ts"
import { Listings } from "../store/Listings.ts"
import type { StoredListing } from "../store/listings/shown.ts"
import { Places } from "../store/Places.ts"

/** What everybody may see; the rest is its maker's alone. */
const visible = (status: ListingStatus) => status === "active" || status === "sold"

const isMaker = (owner: string, viewer: Viewer | undefined) => viewer?._tag === "Account" && viewer.accountId === owner

/** What buyers read: search, one listing, and the two browsing dimensions. Every address in it is absolute. */
export class Catalog extends Context.Service<
  Catalog,
  {
    readonly search: (query: SearchQuery) => Effect.Effect<SearchAnswer, Unavailable>
    /** Sold-out ones too. Drafts, pending and deleted ones only for the maker, who is told by the viewer. */
    readonly listing: (id: ListingId, viewer?: Viewer) => Effect.Effect<Listing, NotFound | Unavailable>
    readonly categories: Effect.Effect<ReadonlyArray<Category>, Unavailable>
    readonly cities: Effect.Effect<ReadonlyArray<City>, Unavailable>
  }
>()("craftlocal/services/Catalog") {
  static readonly layer = (options: { readonly publicUrl: string }) =>
    Layer.effect(
      Catalog,
      Effect.gen(function* () {
        const listings = yield* Listings
        const { categories, cities } = yield* Places
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

        return Catalog.of({ search, listing, categories, cities })
      })
    )
}
