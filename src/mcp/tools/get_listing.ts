import { Effect } from "effect"
import { ListingId } from "../../../schemas/ids.ts"
import { Listing } from "../../../schemas/listing.ts"
import { wire } from "../../../schemas/wire.ts"
import { Caller } from "../../ports/Caller.ts"
import { Catalog } from "../../services/Catalog.ts"
import { defineTool } from "../Tool.ts"
import { money } from "./money.ts"

const deliveryOf = ({ leadTimeDays, pickupEnabled, seller, shippingCost, shippingEnabled }: Listing) =>
  [
    shippingEnabled ? `ships for ${money(shippingCost)}` : "does not ship",
    ...(pickupEnabled ? [`free pickup in ${seller.city}`] : []),
    `made ready in ${leadTimeDays} days`
  ].join(", ")

const tell = ({ listing }: { readonly listing: Listing }) => {
  const { description, id, price, reviewsSummary, seller, stock, title, variants } = listing
  const { averageRating, recentReviews, totalReviews } = reviewsSummary
  return [
    `${title} (${id}), ${money(price)}, ${stock === 0 ? "sold out" : `${stock} left`}.`,
    `By ${seller.shopName} in ${seller.city}, ${seller.rating}/5 from ${seller.totalReviews} reviews.`,
    description,
    ...(variants.length === 0
      ? []
      : [`Variants: ${variants.map((v) => `${v.name} ${money(v.price)} (${v.stock} left)`).join("; ")}.`]),
    `Delivery: ${deliveryOf(listing)}.`,
    `Returns: ${listing.returnPolicy}`,
    ...(totalReviews === 0 ? [] : [`Reviews of this piece: ${averageRating}/5 from ${totalReviews}.`]),
    ...recentReviews.slice(0, 3).map(({ comment, rating, reviewerName }) => `${rating}/5 ${reviewerName}: ${comment}`)
  ].join("\n")
}

export const getListing = defineTool(
  {
    name: "get_listing",
    aliases: ["get_product_info"],
    toolset: "storefront",
    title: "Get a listing",
    description:
      "Use this when the user asks about one listing: its description, variants, stock, shipping and pickup, return policy, maker or reviews, or is about to buy it. Needs a listing_id from search_listings.",
    input: { listingId: ListingId.annotate({ description: "The id of the listing, as search_listings returned it" }) },
    output: wire({ listing: Listing }),
    does: "reads",
    scopes: [],
    widget: "product_detail",
    widgetMayCall: true,
    says: ["Opening the listing", "Opened the listing"],
    tell
  },
  Effect.fnUntraced(function* ({ listingId }) {
    const { viewer } = yield* Caller
    return { listing: yield* (yield* Catalog).listing(listingId, viewer) }
  })
)
