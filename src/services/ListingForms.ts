import { Context, Effect, Layer } from "effect"
import { NotFound, type RoleNeeded, type Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import type { ListingId, ShopId } from "../../schemas/ids.ts"
import type { ListingForm, ListingSoFar } from "../../schemas/listingForm.ts"
import { listingSoFar } from "../domain/ownView.ts"
import type { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { OwnListings } from "../store/OwnListings.ts"
import { Places } from "../store/Places.ts"
import { Catalog } from "./Catalog.ts"
import { makersListing } from "./makersListing.ts"
import { placesMeant } from "./placesMeant.ts"
import { Standing } from "./Standing.ts"

/** What is said of a listing before its maker has seen the form. */
export interface SaidSoFar extends Pick<ListingSoFar, "title" | "description" | "price" | "stock" | "category"> {
  /** One of the maker's own, which is to be another. */
  readonly listingId?: ListingId
  readonly shopId?: ShopId
}

type Refused = Unauthorized | RoleNeeded | NotFound | Unavailable

/** Forms in which makers describe what they sell, filled in as far as it is known. Nothing is saved here. */
export class ListingForms extends Context.Service<
  ListingForms,
  {
    /** A category that there is not is left open: the form offers those that there are. */
    readonly open: (said: SaidSoFar) => Effect.Effect<ListingForm, Refused, Caller>
  }
>()("craftlocal/services/ListingForms") {
  static readonly layer = Layer.effect(
    ListingForms,
    Effect.gen(function* () {
      const catalog = yield* Catalog
      const own = yield* OwnListings
      const places = yield* Places
      const standing = yield* Standing
      const { moderation, publicUrl } = yield* Site
      const mine = makersListing(standing)

      const before = Effect.fnUntraced(function* (id: ListingId) {
        const listing = yield* mine(id, own.find)
        if (listing.status === "deleted") return yield* new NotFound({ what: "listing" })
        return { shopId: listing.shopId, soFar: listingSoFar(listing, publicUrl) }
      })

      return ListingForms.of({
        open: Effect.fn("ListingForms.open")(function* ({ category: word, listingId, shopId, ...said }) {
          const old = listingId === undefined ? undefined : yield* before(listingId)
          const shop = yield* standing.shop(old?.shopId ?? shopId)
          const { category } = yield* placesMeant(places, word === undefined ? {} : { category: word })
          const city = (yield* catalog.cities).find(({ slug }) => slug === shop.city)
          return {
            shop: { id: shop.id, name: shop.name, city: city?.name ?? shop.city },
            listing: { ...old?.soFar, ...said, ...(category !== undefined && { category }) },
            currency: "usd",
            categories: (yield* catalog.categories).map(({ name, slug }) => ({ slug, name })),
            review: moderation
          }
        })
      })
    })
  )
}
