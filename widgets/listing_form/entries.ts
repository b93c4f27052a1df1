import type { Json } from "../kit/wire.ts"
import { amountOf, countOf, listOf } from "./amounts.ts"
import type { SoFar } from "./read.ts"

/** A picture on its way to us, or there. */
export interface Picture {
  readonly key: string
  /** What is shown: the file itself until it is uploaded. */
  readonly src: string
  readonly url?: string
  readonly failure?: string
}

/** What was typed, as it was typed. */
export interface Entries {
  readonly title: string
  readonly description: string
  readonly category: string
  readonly price: string
  readonly stock: string
  readonly materials: string
  readonly tags: string
  readonly dimensions: string
  readonly pictures: ReadonlyArray<Picture>
  readonly shipping: boolean
  readonly shippingCost: string
  readonly pickup: boolean
  readonly leadTime: string
}

const text = (value: number | undefined, otherwise = "") => (value === undefined ? otherwise : String(value))

export const entriesOf = (listing: SoFar): Entries => ({
  title: listing.title ?? "",
  description: listing.description ?? "",
  category: listing.category ?? "",
  price: text(listing.price),
  stock: text(listing.stock, "1"),
  materials: listing.materials?.join(", ") ?? "",
  tags: listing.tags?.join(", ") ?? "",
  dimensions: listing.dimensions ?? "",
  pictures: (listing.images ?? []).map((url) => ({ key: url, src: url, url })),
  shipping: listing.shipping_enabled ?? false,
  shippingCost: listing.shipping_enabled ? text(listing.shipping_cost) : "",
  pickup: listing.pickup_enabled ?? true,
  leadTime: text(listing.lead_time_days, "1")
})

/** As `create_listing` takes it. What was typed is taken to be right: look for problems first. */
export const payloadOf = (entries: Entries): Json => ({
  title: entries.title.trim(),
  description: entries.description.trim(),
  category: entries.category,
  price: amountOf(entries.price),
  stock: countOf(entries.stock),
  materials: listOf(entries.materials),
  tags: listOf(entries.tags),
  ...(entries.dimensions.trim() !== "" && { dimensions: entries.dimensions.trim() }),
  images: entries.pictures.flatMap(({ url }) => (url === undefined ? [] : [url])),
  shipping_enabled: entries.shipping,
  ...(entries.shipping && { shipping_cost: amountOf(entries.shippingCost) }),
  pickup_enabled: entries.pickup,
  lead_time_days: countOf(entries.leadTime)
})

/**
 * What is otherwise than it was, as `update_listing` takes it. What was said when the form was opened is already filled
 * in, and not saved yet.
 */
export const changesOf = (before: Entries, after: Entries, said: Json = {}): Json => {
  const was = payloadOf(before)
  return Object.fromEntries(
    Object.entries(payloadOf(after)).filter(
      ([key, value]) => said[key] !== undefined || JSON.stringify(value) !== JSON.stringify(was[key])
    )
  )
}
