import type { DiscountCodeRow } from "./rows.ts"
import { daysBefore } from "./time.ts"

const anywhere = { amount: null, shop_id: null, minimum: 0, starts_at: null }

/** The codes that documentation and outside checks try. */
export const discountCodes = (now: Date): ReadonlyArray<DiscountCodeRow> => [
  {
    ...anywhere,
    code: "WELCOME10",
    title: "10 % off your order",
    kind: "percentage",
    percent: 10,
    priority: 1,
    ends_at: null
  },
  {
    ...anywhere,
    code: "FREESHIP",
    title: "Free shipping",
    kind: "free_shipping",
    percent: null,
    priority: 2,
    ends_at: null
  },
  {
    ...anywhere,
    code: "EXPIRED5",
    title: "5 % off, spring fair",
    kind: "percentage",
    percent: 5,
    priority: 1,
    starts_at: daysBefore(now, 120),
    ends_at: daysBefore(now, 60)
  }
]
