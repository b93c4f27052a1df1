import type { FeedProduct } from "../../../schemas/acp/feed.ts"
import { absolute, listingUrl } from "../../domain/publicUrls.ts"
import type { FeedListing } from "../../services/Feed.ts"
import type { Market } from "./Market.ts"
import { thingsOf } from "./things.ts"

/** A listing as a line of ACP's feed. The shop is the seller, and we are where it sells. */
export const productOf =
  ({ name, publicUrl }: Market) =>
  (listing: FeedListing): FeedProduct => {
    const { category, description, id, images, shopName, title } = listing
    const url = listingUrl(publicUrl, id)
    const media = images.map((image) => ({
      type: "image" as const,
      url: absolute(publicUrl, image),
      alt_text: title
    }))
    const seller = {
      name: shopName,
      links: [{ type: "refund_policy" as const, title: "Delivery and returns", url }]
    }
    const marketplace = {
      name,
      links: [
        { type: "terms_of_service" as const, title: "Terms", url: absolute(publicUrl, "/terms") },
        { type: "privacy_policy" as const, title: "Privacy", url: absolute(publicUrl, "/privacy") },
        { type: "faq" as const, title: "Support", url: absolute(publicUrl, "/support") }
      ]
    }
    return {
      id,
      title,
      description: { plain: description },
      url,
      media,
      variants: thingsOf(listing).map(({ choice, inStock, itemId, price, title }) => ({
        id: itemId,
        title,
        description: { plain: description },
        url,
        price: { amount: price, currency: "USD" },
        availability: { available: inStock, status: inStock ? "in_stock" : "out_of_stock" },
        categories: [{ value: category, taxonomy: "merchant" }],
        condition: ["new"],
        ...(choice !== undefined && { variant_options: [{ name: "Choice", value: choice }] }),
        media,
        seller,
        marketplace
      }))
    }
  }
