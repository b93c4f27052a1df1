import { Context, Effect, Layer, Option } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { AccountId, ListingId } from "../../schemas/ids.ts"
import type { Listing, SearchAnswer, SearchQuery } from "../../schemas/listing.ts"
import type { ForSale } from "./listings/ForSale.ts"

/** A listing as it is stored (images relative to the server), and the account whose shop it is of. */
export interface StoredListing {
  readonly owner: AccountId
  readonly listing: Omit<Listing, "url">
}

/** The read side of the catalogue. */
export class Listings extends Context.Service<
  Listings,
  {
    /** Active listings, with facets. Images as stored. */
    readonly search: (query: SearchQuery) => Effect.Effect<SearchAnswer, Unavailable>
    /** A listing of any status. */
    readonly find: (id: ListingId) => Effect.Effect<Option.Option<StoredListing>, Unavailable>
    /** What pricing needs of all these listings, of any status, in one round trip. Unknown ids are left out. */
    readonly forSale: (ids: Iterable<ListingId>) => Effect.Effect<ReadonlyMap<ListingId, ForSale>, Unavailable>
  }
>()("craftlocal/store/Listings") {
  static readonly layer = Layer.succeed(Listings, {
    search: () => Effect.die("not yet"),
    find: () => Effect.succeed(Option.none()),
    forSale: () => Effect.succeed(new Map())
  })
}
