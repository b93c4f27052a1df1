import type { Listing } from "./read.ts"

export interface Offer {
  readonly price: number
  readonly stock: number
  /** Its name, where the listing has variants. */
  readonly variant?: string
}

/** A line of a cart holds no more of one thing. */
const most = 99

/** What is offered under a variant's name; the first one that can be bought when nobody chose yet. */
export const offerOf = ({ price, stock, variants }: Listing, chosen?: string): Offer => {
  const variant =
    variants.find(({ name }) => name === chosen) ?? variants.find((one) => one.stock > 0) ?? variants.at(0)
  return variant === undefined
    ? { price, stock }
    : { price: variant.price, stock: variant.stock, variant: variant.name }
}

/** As many as were wanted, as far as there are so many. */
export const within = (wanted: number, { stock }: Offer): number => Math.max(1, Math.min(wanted, stock, most))

export const mostOf = ({ stock }: Offer): number => Math.min(stock, most)

/** Why nothing of a listing can be bought; undefined when it can. */
export const closed = (listing: Listing): "notListed" | "soldOut" | "noDelivery" | undefined => {
  if (listing.status !== "active" && listing.status !== "sold") return "notListed"
  const stocks = listing.variants.length === 0 ? [listing.stock] : listing.variants.map(({ stock }) => stock)
  if (listing.status === "sold" || stocks.every((stock) => stock === 0)) return "soldOut"
  return listing.shipping_enabled || listing.pickup_enabled ? undefined : "noDelivery"
}
