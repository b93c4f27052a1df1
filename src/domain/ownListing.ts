import type { Issue } from "../../schemas/errors.ts"
import type { ListingId, ShopId } from "../../schemas/ids.ts"
import type { ListingStatus } from "../../schemas/listing.ts"
import type { Cents } from "../../schemas/money.ts"
import type { ListingDraft, ListingUpdates } from "../../schemas/selling.ts"

/** What a maker says of a listing. Places by slug, images as stored. */
export interface Offer {
  readonly title: string
  readonly description: string
  readonly price: Cents
  readonly images: ReadonlyArray<string>
  readonly category: string
  readonly city: string
  readonly tags: ReadonlyArray<string>
  readonly materials: ReadonlyArray<string>
  readonly dimensions: string | null
  readonly weightOz: number | null
  readonly stock: number
  readonly shippingEnabled: boolean
  readonly shippingCost: Cents
  readonly pickupEnabled: boolean
  readonly leadTimeDays: number
}

/** A listing as its maker knows it. */
export interface OwnListing extends Offer {
  readonly id: ListingId
  readonly shopId: ShopId
  readonly shopName: string
  readonly status: ListingStatus
  readonly reviewNote: string | null
  /** How many variants it has, and by how much the cheapest of them is cheaper, in cents. */
  readonly variants: number
  readonly cheaper: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What was said in words, and looked up. */
export interface LookedUp {
  readonly category: string
  readonly city: string
  readonly images: ReadonlyArray<string>
}

const deduped = (words: ReadonlyArray<string>) => [...new Set(words)]

export const drafted = (draft: ListingDraft, { category, city, images }: LookedUp): Offer => ({
  title: draft.title,
  description: draft.description,
  price: draft.price,
  images,
  category,
  city,
  tags: deduped(draft.tags ?? []),
  materials: deduped(draft.materials ?? []),
  dimensions: draft.dimensions ?? null,
  weightOz: draft.weight ?? null,
  stock: draft.stock,
  shippingEnabled: draft.shippingEnabled,
  shippingCost: draft.shippingEnabled ? (draft.shippingCost ?? none) : none,
  pickupEnabled: draft.pickupEnabled,
  leadTimeDays: draft.leadTimeDays
})

const none = 0 as Cents

/** The offer with what is to be otherwise. What does not ship costs nothing to ship. */
export const revised = (offer: Offer, updates: ListingUpdates, lookedUp: Partial<LookedUp>): Offer => {
  const { shippingEnabled = offer.shippingEnabled } = updates
  return {
    title: updates.title ?? offer.title,
    description: updates.description ?? offer.description,
    price: updates.price ?? offer.price,
    images: lookedUp.images ?? offer.images,
    category: lookedUp.category ?? offer.category,
    city: lookedUp.city ?? offer.city,
    tags: updates.tags === undefined ? offer.tags : deduped(updates.tags),
    materials: updates.materials === undefined ? offer.materials : deduped(updates.materials),
    dimensions: updates.dimensions ?? offer.dimensions,
    weightOz: updates.weight ?? offer.weightOz,
    stock: updates.stock ?? offer.stock,
    shippingEnabled,
    shippingCost: shippingEnabled ? (updates.shippingCost ?? offer.shippingCost) : none,
    pickupEnabled: updates.pickupEnabled ?? offer.pickupEnabled,
    leadTimeDays: updates.leadTimeDays ?? offer.leadTimeDays
  }
}

const read = ({ category, description, dimensions, images, materials, price, tags, title }: Offer) =>
  JSON.stringify([title, description, price, images, category, tags, materials, dimensions])

/** Whether anything is another that buyers read or see of a thing. */
export const reworded = (before: Offer, after: Offer): boolean => read(before) !== read(after)

/** Why nobody could get it, as it is offered. */
export const deliveryIssues = (
  { pickupEnabled, shippingEnabled }: Pick<Offer, "pickupEnabled" | "shippingEnabled">,
  said: Pick<ListingUpdates, "shippingCost">
): ReadonlyArray<Issue> => [
  ...(shippingEnabled || !said.shippingCost
    ? []
    : [
        {
          path: "shipping_cost",
          message: "only what ships has a shipping cost: set shipping_enabled to true, or leave it out",
          question: "Does it ship, or is it for pickup only?"
        }
      ]),
  ...(shippingEnabled || pickupEnabled
    ? []
    : [
        {
          path: "pickup_enabled",
          message: "set shipping_enabled or pickup_enabled to true, or both",
          question: "How do buyers get it: by post, by pickup, or either?"
        }
      ])
]

/** What a listing with variants cannot have. */
export const variantIssues = (
  { cheaper, variants }: Pick<OwnListing, "cheaper" | "variants">,
  { price, stock }: Pick<ListingUpdates, "price" | "stock">
): ReadonlyArray<Issue> => [
  ...(variants > 0 && stock !== undefined
    ? [
        {
          path: "stock",
          message: `this listing has ${variants} variants, each with a stock of its own: leave stock out here, and report each variant's count to /webhooks/inventory`
        }
      ]
    : []),
  ...(price !== undefined && price <= cheaper
    ? [
        {
          path: "price",
          message: `its cheapest variant costs $${(cheaper / 100).toFixed(2)} less: ask for more than that`
        }
      ]
    : [])
]
