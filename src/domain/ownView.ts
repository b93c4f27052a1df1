import type { ListingSoFar } from "../../schemas/listingForm.ts"
import type { ReviewedListing } from "../../schemas/moderation.ts"
import type { MyListing } from "../../schemas/selling.ts"
import type { OwnListing } from "./ownListing.ts"
import { absolute, listingUrl } from "./publicUrls.ts"

const pictures = (images: ReadonlyArray<string>, publicUrl: string) => images.map((image) => absolute(publicUrl, image))

/** A listing as its maker sees it in a list. */
export const myListing = (listing: OwnListing, publicUrl: string): MyListing => ({
  id: listing.id,
  title: listing.title,
  price: listing.price,
  currency: "usd",
  status: listing.status,
  stock: listing.stock,
  variants: listing.variants,
  category: listing.category,
  city: listing.city,
  images: pictures(listing.images, publicUrl),
  url: listingUrl(publicUrl, listing.id),
  reviewNote: listing.reviewNote,
  createdAt: listing.createdAt.toISOString(),
  updatedAt: listing.updatedAt.toISOString()
})

/** The same as its maker is to change it. */
export const listingSoFar = (listing: OwnListing, publicUrl: string): ListingSoFar => ({
  id: listing.id,
  status: listing.status,
  title: listing.title,
  description: listing.description,
  price: listing.price,
  stock: listing.stock,
  category: listing.category,
  images: pictures(listing.images, publicUrl),
  tags: listing.tags,
  materials: listing.materials,
  ...(listing.dimensions !== null && { dimensions: listing.dimensions }),
  shippingEnabled: listing.shippingEnabled,
  shippingCost: listing.shippingCost,
  pickupEnabled: listing.pickupEnabled,
  leadTimeDays: listing.leadTimeDays
})

/** The same as a reviewer sees it. */
export const reviewedListing = (listing: OwnListing, publicUrl: string): ReviewedListing => ({
  id: listing.id,
  shop: { id: listing.shopId, name: listing.shopName },
  title: listing.title,
  description: listing.description,
  price: listing.price,
  currency: "usd",
  images: pictures(listing.images, publicUrl),
  category: listing.category,
  city: listing.city,
  tags: listing.tags,
  materials: listing.materials,
  dimensions: listing.dimensions,
  status: listing.status,
  reviewNote: listing.reviewNote,
  createdAt: listing.createdAt.toISOString(),
  updatedAt: listing.updatedAt.toISOString()
})
