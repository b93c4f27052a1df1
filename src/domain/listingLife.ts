import { Result } from "effect"
import { Invalid } from "../../schemas/errors.ts"
import type { ListingStatus } from "../../schemas/listing.ts"
import type { ListingDraft, ListingUpdates } from "../../schemas/selling.ts"

/** Where a listing stands that has just been made. */
export const firstStatus = (wanted: ListingDraft["status"], moderated: boolean): ListingStatus =>
  wanted === "active" && moderated ? "pending_review" : wanted

interface Step {
  readonly from: ListingStatus
  readonly wanted: ListingUpdates["status"]
  /** Something that buyers read or see is another. */
  readonly reworded: boolean
  readonly moderated: boolean
}

const onShow = (status: ListingStatus) => status === "active" || status === "sold"

/**
 * Where a listing stands after its maker changed it. Under moderation nothing comes before buyers that no reviewer has
 * seen: neither new words and pictures, nor what was not for sale.
 */
export const nextStatus = ({
  from,
  moderated,
  reworded,
  wanted = onShow(from) ? (from as "active" | "sold") : undefined
}: Step): Result.Result<ListingStatus, Invalid> => {
  if (wanted === undefined || wanted === "draft") return Result.succeed(wanted ?? from)
  if (wanted === "sold" && !onShow(from)) {
    return Result.fail(Invalid.of("status", "only what is for sale can be marked as sold: set it active first"))
  }
  const isNews = reworded || (wanted === "active" && from !== "active")
  return Result.succeed(moderated && isNews ? "pending_review" : wanted)
}

export type Decision = "approve" | "reject"

/** Where a listing stands after its review: refused ones go back to their maker. */
export const reviewed: Record<Decision, ListingStatus> = { approve: "active", reject: "draft" }
