import { Effect } from "effect"
import { NotFound } from "../../schemas/errors.ts"
import type { ListingId } from "../../schemas/ids.ts"
import type { OwnListings } from "../store/OwnListings.ts"
import { orUnavailable } from "../store/Sql.ts"
import type { Standing } from "./Standing.ts"

/** A listing of one of the caller's shops; all others are not there. */
export const makersListing = (standing: Standing["Service"]) =>
  Effect.fnUntraced(function* (id: ListingId, find: OwnListings["Service"]["find"]) {
    const shops = yield* standing.shops
    const found = yield* orUnavailable(find(id))
    return found !== undefined && shops.some((shop) => shop.id === found.shopId)
      ? found
      : yield* new NotFound({ what: "listing" })
  })
