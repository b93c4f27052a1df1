import type { OpenAiItem } from "../../../schemas/feed/OpenAiItem.ts"
import { absolute, listingUrl } from "../../domain/publicUrls.ts"
import type { FeedListing } from "../../services/Feed.ts"
import type { Market } from "./Market.ts"
import { thingsOf } from "./things.ts"

/** Not longer than allowed, and never half a character. */
const atMost = (maximum: number, text: string) =>
  text.length <= maximum ? text : `${text.slice(0, maximum - 1).replace(/[\ud800-\udbff]$/, "")}…`

/** The longest `item_id` that is taken. An id cannot be shortened: such a thing is left out. */
const longestId = 100

/**
 * What can be bought of a listing, each a line of OpenAI's feed. What is incomplete in their eyes, such as a thing without a
 * picture, is left out as well.
 */
export const openAiItemsOf =
  ({ publicUrl }: Market) =>
  (listing: FeedListing): ReadonlyArray<OpenAiItem> => {
    const { category, description, id, images, materials, shopName, variants } = listing
    const [image, ...more] = images.map((each) => absolute(publicUrl, each))
    if (image === undefined || description === "") return []
    const url = listingUrl(publicUrl, id)
    return thingsOf(listing)
      .filter(({ itemId }) => itemId.length <= longestId)
      .map(({ choice, inStock, itemId, price, title }) => ({
        item_id: itemId,
        title: atMost(150, title),
        description: atMost(5000, description),
        url,
        brand: atMost(70, shopName),
        seller_name: atMost(70, shopName),
        seller_url: publicUrl,
        seller_privacy_policy: absolute(publicUrl, "/privacy"),
        seller_tos: absolute(publicUrl, "/terms"),
        return_policy: url,
        image_url: image,
        ...(more.length > 0 && { additional_image_urls: more }),
        price: `${(price / 100).toFixed(2)} USD`,
        availability: inStock ? "in_stock" : "out_of_stock",
        condition: "new",
        product_category: category,
        ...(materials.length > 0 && { material: atMost(100, materials.join(", ")) }),
        group_id: id,
        listing_has_variations: variants.length > 0,
        ...(choice !== undefined && { variant_dict: { choice } }),
        target_countries: ["US"],
        store_country: "US",
        is_eligible_search: true,
        is_eligible_checkout: inStock
      }))
  }
