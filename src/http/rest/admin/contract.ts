import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import {
  Invalid,
  KeyInFlight,
  KeyReused,
  NotFound,
  NotInReview,
  RoleNeeded,
  Unauthorized
} from "../../../../schemas/errors.ts"
import { ListingId } from "../../../../schemas/ids.ts"
import { ReviewedListing, ReviewQuery, ReviewQueue, Verdict } from "../../../../schemas/moderation.ts"
import { wire } from "../../../../schemas/wire.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const queue = HttpApiEndpoint.get("queue", "/api/v1/admin/listings", {
  query: ReviewQuery,
  success: ReviewQueue,
  error: refusals(Unauthorized, RoleNeeded)
}).annotateMerge(
  about({
    summary: "List what waits for review",
    description: "Or what has another status, of every shop; those first that have waited longest. For operators.",
    scopes: ["admin"],
    query: ReviewQuery
  })
)

export const review = HttpApiEndpoint.post("review", "/api/v1/admin/listings/:id/review", {
  params: { id: ListingId },
  headers: idempotent,
  payload: Verdict,
  success: wire({ listing: ReviewedListing }),
  error: refusals(Unauthorized, RoleNeeded, NotFound, NotInReview, Invalid, KeyInFlight, KeyReused, TooLarge, WrongType)
}).annotateMerge(
  about({
    summary: "Approve or refuse a listing",
    description:
      "Approved, it is for sale at once; refused, it is a draft again, and its maker reads the reason. With `updated_at` as it was read, nothing is decided that was changed since. For operators.",
    scopes: ["admin"]
  })
)

export class Admin extends HttpApiGroup.make("admin")
  .add(queue, review)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What operators do" })) {}
