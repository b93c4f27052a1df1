import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import {
  Invalid,
  NotFound,
  type RateLimited,
  type RoleNeeded,
  type Unauthorized,
  type Unavailable
} from "../../schemas/errors.ts"
import { ListingId } from "../../schemas/ids.ts"
import type { Listing } from "../../schemas/listing.ts"
import {
  type ListingDraft,
  type ListingRemoved,
  type ListingUpdates,
  type ListingWritten,
  type MyListings,
  type MyListingsQuery,
  whichCategory
} from "../../schemas/selling.ts"
import { firstStatus, nextStatus } from "../domain/listingLife.ts"
import { removed, written } from "../domain/makersWords.ts"
import { deliveryIssues, drafted, type OwnListing, revised, reworded, variantIssues } from "../domain/ownListing.ts"
import { myListing } from "../domain/ownView.ts"
import { listingUrl, stored } from "../domain/publicUrls.ts"
import { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Inventory } from "../store/Inventory.ts"
import { OwnListings } from "../store/OwnListings.ts"
import { Places } from "../store/Places.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Catalog } from "./Catalog.ts"
import { Feed } from "./Feed.ts"
import { Images } from "./Images.ts"
import { makersListing } from "./makersListing.ts"
import { now } from "./now.ts"
import { noCategory, placesMeant } from "./placesMeant.ts"
import type { Record } from "./Record.ts"
import { Standing } from "./Standing.ts"

type Refused = Unauthorized | RoleNeeded | Unavailable

/**
 * What makers do with their listings. Writes are sagas: pictures are fetched before the transaction begins, and readers
 * are told after it has ended.
 */
export class Selling extends Context.Service<
  Selling,
  {
    readonly create: (
      draft: ListingDraft,
      record: Record<ListingWritten>
    ) => Effect.Effect<ListingWritten, Refused | Invalid | NotFound | RateLimited, Caller>
    /** What is left out stays as it is. Deleted listings cannot be changed. */
    readonly update: (
      id: ListingId,
      updates: ListingUpdates,
      record: Record<ListingWritten>
    ) => Effect.Effect<ListingWritten, Refused | Invalid | NotFound | RateLimited, Caller>
    /** Softly, and as often as one likes. */
    readonly remove: (
      id: ListingId,
      reason: string | undefined,
      record: Record<ListingRemoved>
    ) => Effect.Effect<ListingRemoved, Refused | NotFound, Caller>
    /** Of one shop, newest first. */
    readonly list: (query: MyListingsQuery) => Effect.Effect<MyListings, Refused | NotFound, Caller>
    /** In full, whatever its status. */
    readonly read: (id: ListingId) => Effect.Effect<Listing, Refused | NotFound, Caller>
  }
>()("craftlocal/services/Selling") {
  static readonly layer = Layer.effect(
    Selling,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const standing = yield* Standing
      const own = yield* OwnListings
      const inventory = yield* Inventory
      const places = yield* Places
      const images = yield* Images
      const ids = yield* Ids
      const catalog = yield* Catalog
      const feed = yield* Feed
      const { moderation, publicUrl } = yield* Site

      const announced = Effect.andThen(catalog.changed, feed.changed)

      const adopted = (urls: ReadonlyArray<string>, shopId: string) =>
        urls.length === 0
          ? Effect.succeed([])
          : images.adopt(
              urls.map((url) => stored(publicUrl, url)),
              shopId
            )

      const told = (listing: OwnListing, isNew: boolean): ListingWritten => ({
        listing: myListing(listing, publicUrl),
        message: written(listing, listingUrl(publicUrl, listing.id), isNew)
      })

      const notFound = new NotFound({ what: "listing" })

      const mine = makersListing(standing)

      const create = Effect.fn("Selling.create")(function* (draft: ListingDraft, record: Record<ListingWritten>) {
        const { channel } = yield* Caller
        const shop = yield* standing.shop(draft.shopId)
        const { category, city = shop.city, issues } = yield* placesMeant(places, draft)
        const uncategorized = category === undefined && issues.every(({ path }) => path !== whichCategory.path)
        const asked = uncategorized ? [yield* noCategory(places)] : []
        const wrong = [...asked, ...issues, ...deliveryIssues(draft, draft)]
        if (category === undefined || wrong.length > 0) return yield* new Invalid({ issues: wrong })
        const offer = drafted(draft, { category, city, images: yield* adopted(draft.images ?? [], shop.id) })
        const id = ListingId.make(yield* ids.next("lst"))
        const at = yield* now
        const status = firstStatus(draft.status, moderation)
        const answer = yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* own.insert(offer, { id, shopId: shop.id, channel, status, reviewNote: null, at })
            const answer = told((yield* own.find(id))!, true)
            yield* record(answer)
            return answer
          })
        )
        yield* announced
        return answer
      }, orUnavailable)

      /** What a listing becomes, as it stands at this moment. */
      const planned = Effect.fnUntraced(function* (listing: OwnListing, updates: ListingUpdates) {
        if (listing.status === "deleted") return yield* notFound
        if (Object.keys(updates).length === 0) return yield* Invalid.of("", "say what to change")
        const { issues, ...meant } = yield* placesMeant(places, updates)
        const place = {
          ...(meant.category !== undefined && { category: meant.category }),
          ...(meant.city !== undefined && { city: meant.city })
        }
        const offer = revised(listing, updates, place)
        const wrong = [...issues, ...deliveryIssues(offer, updates), ...variantIssues(listing, updates)]
        if (wrong.length > 0) return yield* new Invalid({ issues: wrong })
        return offer
      })

      const setStock = Effect.fnUntraced(function* (id: ListingId, stock: number, at: Date) {
        yield* inventory.put(id, "", stock)
        // What its own system counted before that is outdated.
        yield* inventory.note(id, "", { ...(yield* inventory.last(id, "")), countedAt: at })
      })

      const update = Effect.fn("Selling.update")(function* (
        id: ListingId,
        updates: ListingUpdates,
        record: Record<ListingWritten>
      ) {
        const before = yield* mine(id, own.find)
        yield* planned(before, updates)
        const pictures = updates.images && (yield* adopted(updates.images, before.shopId))
        const answer = yield* sql.withTransaction(
          Effect.gen(function* () {
            const listing = yield* mine(id, own.take)
            const plan = yield* planned(listing, updates)
            const offer = pictures === undefined ? plan : { ...plan, images: pictures }
            const status = yield* Effect.fromResult(
              nextStatus({
                from: listing.status,
                wanted: updates.status,
                reworded: reworded(listing, offer),
                moderated: moderation
              })
            )
            const at = yield* now
            const reviewNote = status === "draft" ? listing.reviewNote : null
            yield* own.update(id, offer, { status, reviewNote, at })
            if (updates.stock !== undefined) yield* setStock(id, updates.stock, at)
            const answer = told((yield* own.find(id))!, false)
            yield* record(answer)
            return answer
          })
        )
        yield* announced
        return answer
      }, orUnavailable)

      const remove = Effect.fn("Selling.remove")(function* (
        id: ListingId,
        reason: string | undefined,
        record: Record<ListingRemoved>
      ) {
        const answer = yield* sql.withTransaction(
          Effect.gen(function* () {
            const { status, title } = yield* mine(id, own.take)
            if (status !== "deleted") yield* own.remove(id, reason, yield* now)
            const answer: ListingRemoved = { success: true, message: removed(title), listingId: id }
            yield* record(answer)
            return answer
          })
        )
        yield* announced
        return answer
      }, orUnavailable)

      const list = Effect.fn("Selling.list")(function* (query: MyListingsQuery) {
        const shop = yield* standing.shop(query.shopId)
        const { listings, totalCount } = yield* orUnavailable(own.ofShop(shop.id, query))
        return {
          listings: listings.map((listing) => myListing(listing, publicUrl)),
          totalCount,
          hasMore: query.offset + listings.length < totalCount
        }
      })

      const read = Effect.fn("Selling.read")(function* (id: ListingId) {
        yield* mine(id, own.find)
        return yield* catalog.listing(id, (yield* Caller).viewer)
      })

      return Selling.of({ create, update, remove, list, read })
    })
  )
}
