import { type Ask, report } from "../ask.ts"
import { type Market, now } from "../market.ts"

let reports = 0
const newId = () => `badinput-report-${++reports}`

/** What carriers and shops may report, with everything they may say. */
export const goodReports = {
  order: ({ shipped }: Market): Ask =>
    report("/webhooks/orders", {
      id: newId(),
      type: "in_transit",
      order: shipped,
      occurred_at: now,
      carrier: "USPS",
      tracking_number: "9400 1",
      tracking_url: "https://track.example.com/9400",
      location: "Dallas, TX",
      note: "On its way"
    }),
  stock: ({ plain }: Market): Ask =>
    report("/webhooks/inventory", { id: newId(), listing: plain, stock: 100_000, occurred_at: now }),
  variant: ({ variant, varied }: Market): Ask =>
    report("/webhooks/inventory", { id: newId(), listing: varied, variant, delta: 1, occurred_at: now }),
  several: ({ plain }: Market): Ask =>
    report("/webhooks/inventory", {
      events: [1, 2].map((delta) => ({ id: newId(), listing: plain, delta, occurred_at: now }))
    })
}
