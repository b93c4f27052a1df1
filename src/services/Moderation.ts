import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { NotFound, NotInReview, type RoleNeeded, type Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import type { ListingId } from "../../schemas/ids.ts"
import type { ReviewedListing, ReviewQuery, ReviewQueue, Verdict } from "../../schemas/moderation.ts"
import { reviewed } from "../domain/listingLife.ts"
import { reviewedListing } from "../domain/ownView.ts"
import type { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { OwnListings } from "../store/OwnListings.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Catalog } from "./Catalog.ts"
import { Feed } from "./Feed.ts"
import { now } from "./now.ts"
import type { Record } from "./Record.ts"
import { Standing } from "./Standing.ts"

type Refused = Unauthorized | RoleNeeded | Unavailable
export interface Judged {
  readonly listing: ReviewedListing
}

/** What operators do with listings that wait for review. */
export class Moderation extends Context.Service<
  Moderation,
  {
    readonly queue: (query: ReviewQuery) => Effect.Effect<ReviewQueue, Refused, Caller>
    /** Approved ones are for sale from now on; refused ones are drafts again, with the reason. */
    readonly judge: (
      id: ListingId,
      verdict: Verdict,
      record: Record<Judged>
    ) => Effect.Effect<Judged, Refused | NotFound | NotInReview, Caller>
  }
>()("craftlocal/services/Moderation") {
  static readonly layer = Layer.effect(
    Moderation,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const standing = yield* Standing
      const own = yield* OwnListings
      const catalog = yield* Catalog
      const feed = yield* Feed
      const { publicUrl } = yield* Site

      return {
        queue: Effect.fn("Moderation.queue")(function* ({ status, ...page }) {
          yield* standing.operator
          const { listings, totalCount } = yield* orUnavailable(own.byStatus(status, page))
          return {
            listings: listings.map((listing) => reviewedListing(listing, publicUrl)),
            totalCount,
            hasMore: page.offset + listings.length < totalCount
          }
        }),
        judge: Effect.fn("Moderation.judge")(function* (id, { decision, reason, updatedAt: seen }, record) {
          yield* standing.operator
          const answer = yield* sql.withTransaction(
            Effect.gen(function* () {
              const listing = yield* own.take(id)
              if (listing === undefined) return yield* new NotFound({ what: "listing" })
              const { status, updatedAt } = listing
              if (status !== "pending_review" || (seen !== undefined && seen.getTime() !== updatedAt.getTime())) {
                return yield* new NotInReview({ listingStatus: status })
              }
              const reviewNote = decision === "reject" ? (reason ?? "no reason was given") : null
              yield* own.update(id, listing, { status: reviewed[decision], reviewNote, at: yield* now })
              const answer = { listing: reviewedListing((yield* own.find(id))!, publicUrl) }
              yield* record(answer)
              return answer
            })
          )
          yield* Effect.andThen(catalog.changed, feed.changed)
          return answer
        }, orUnavailable)
      }
    })
  )
}
