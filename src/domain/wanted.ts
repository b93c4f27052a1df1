import type { ListingId } from "../../schemas/ids.ts"

/** One thing and how many of it, as a caller names it. No variant is the empty string. */
export interface Wanted {
  readonly listingId: ListingId
  readonly variant: string
  readonly quantity: number
}

/** The same thing asked for twice is asked for once, with both quantities. */
export const merged = (wanted: ReadonlyArray<Wanted>): ReadonlyArray<Wanted> => {
  const things = new Map<string, Wanted>()
  for (const each of wanted) {
    const key = `${each.listingId}\n${each.variant.toLowerCase()}`
    things.set(key, { ...each, quantity: each.quantity + (things.get(key)?.quantity ?? 0) })
  }
  return [...things.values()]
}
