import type { ListingStatus } from "../../schemas/listing.ts"
import type { OwnListing } from "./ownListing.ts"
import { money } from "./spoken.ts"

const stands: Record<ListingStatus, string> = {
  active: "is for sale",
  draft: "is kept as a draft, which only its maker sees",
  pending_review: "waits for review by the marketplace; buyers see it once it is approved",
  sold: "is shown as sold",
  deleted: "is deleted"
}

const piecesLeft = ({ stock }: OwnListing) => (stock === 0 ? "sold out" : `${stock} in stock`)

/** What is said of a listing that was just written, and what to do next. */
export const written = (listing: OwnListing, url: string, isNew: boolean): string =>
  [
    `${listing.title} ${stands[listing.status]}, ${money(listing.price)}, ${piecesLeft(listing)}: ${url}`,
    ...(isNew && listing.shippingEnabled && listing.shippingCost === 0 ? ["It ships free."] : []),
    ...(listing.status === "draft" ? ["Update it with status active to put it up for sale."] : []),
    ...(listing.images.length === 0
      ? ["It has no pictures yet: ask the maker for photos, and update it with their https addresses as images."]
      : [])
  ].join("\n")

export const removed = (title: string): string =>
  `${title} is deleted: buyers no longer find it. Orders of it stay as they are, and so does the shop's own record.`
