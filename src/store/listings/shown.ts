import type { AccountId, ListingId, ShopId } from "../../../schemas/ids.ts"
import type { Facets, Listing, ListingCard } from "../../../schemas/listing.ts"
import { cents } from "../../../schemas/money.ts"
import { priceBands } from "../../domain/priceBands.ts"
import type { ListingRow } from "./findStatement.ts"
import type { CardRow, SearchRow } from "./searchStatement.ts"

/** A listing as it is stored (images relative to the server), and the account whose shop it is of. */
export interface StoredListing {
  readonly owner: AccountId
  readonly listing: Omit<Listing, "url">
}

export const card = (row: CardRow): ListingCard => ({
  id: row.id as ListingId,
  title: row.title,
  description: row.description,
  price: cents(row.price),
  currency: "usd",
  images: row.images,
  seller: { id: row.shop_id as ShopId, name: row.shop, city: row.city, rating: row.rating },
  category: row.category,
  tags: row.tags,
  inStock: row.stock > 0
})

export const facets = ({ bands, categories, cities }: SearchRow): Facets => ({
  categories,
  cities,
  prices: bands.map(({ band, count }) => ({ ...priceBands[band]!, count }))
})

const utc = (time: string | Date) => new Date(time).toISOString()

export const storedListing = (row: ListingRow): StoredListing => ({
  owner: row.owner as AccountId,
  listing: {
    id: row.id as ListingId,
    title: row.title,
    description: row.description,
    price: cents(row.price),
    currency: "usd",
    images: row.images,
    seller: {
      id: row.shop_id as ShopId,
      shopName: row.shop,
      city: row.shop_city,
      rating: row.shop_rating,
      totalReviews: row.shop_reviews
    },
    category: row.category,
    tags: row.tags,
    materials: row.materials,
    dimensions: row.dimensions,
    weightOz: row.weight_oz,
    stock: row.stock,
    variants: row.variants.map(({ name, price_delta, stock }) => ({
      name,
      price: cents(Math.max(0, row.price + price_delta)),
      stock
    })),
    shippingEnabled: row.shipping_enabled,
    shippingCost: cents(row.shipping_cost),
    pickupEnabled: row.pickup_enabled,
    leadTimeDays: row.lead_time_days,
    returnPolicy: row.return_policy,
    status: row.status,
    createdAt: utc(row.created_at),
    reviewsSummary: {
      averageRating: row.rating,
      totalReviews: row.reviews,
      recentReviews: row.recent.map(({ comment, created_at, rating, reviewer_name }) => ({
        rating,
        comment,
        reviewerName: reviewer_name,
        date: utc(created_at)
      }))
    }
  }
})
