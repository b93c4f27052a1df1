import { day, money } from "./spoken.ts"

/** The programme for buyers. */
export const circle = "Circle"

/** What members get, in sentences; the rule itself is applied where checkouts are priced. */
export const benefitsOf = (freeShippingFrom: number): ReadonlyArray<string> => [
  freeShippingFrom === 0
    ? "Free shipping, standard and expedited, from every shop."
    : `Free shipping, standard and expedited, from every shop whose pieces in an order come to ${money(freeShippingFrom)} or more.`,
  "It is taken off at the checkout by itself, without a code.",
  "Joining is free."
]

/** What whoever joins is told; who was a member before stays one since then. */
export const welcome = (since: Date, isNew: boolean): string =>
  isNew
    ? `Welcome to the ${circle}! What you get counts from your next checkout on.`
    : `You are in the ${circle} since ${day(since.toISOString())}; nothing has changed.`
