import type { Applied, Line, Rejected } from "../../schemas/checkout.ts"
import { cents } from "../../schemas/money.ts"
import { allocate } from "./allocate.ts"

/** A discount as the marketplace or a shop offers it. `code` is null for one that comes by itself. */
export interface Discount {
  readonly code: string | null
  readonly title: string
  readonly kind: "percentage" | "fixed" | "free_shipping"
  readonly percent: number | null
  readonly amount: number | null
  readonly shopId: string | null
  /** What the lines it counts for must add up to, in cents. */
  readonly minimum: number
  /** The lowest comes first. */
  readonly priority: number
  readonly startsAt: Date | null
  readonly endsAt: Date | null
}

export interface Discounted {
  readonly applied: ReadonlyArray<Applied>
  readonly rejected: ReadonlyArray<Rejected>
  /** By line, in the order of the lines. */
  readonly offLines: ReadonlyArray<number>
  /** By shop. */
  readonly offShipping: Readonly<Record<string, number>>
}

type Reason = Rejected["reason"]

const messages: Record<Reason, string> = {
  discount_code_invalid: "There is no such discount code.",
  discount_code_expired: "This discount code has expired.",
  discount_code_already_applied: "This discount code was given twice; it counts once.",
  discount_code_minimum_not_met: "The items do not reach the minimum of this discount code.",
  discount_code_user_ineligible: "This discount code does not apply to these items."
}

const reject = (code: string, reason: Reason): Rejected => ({ code, reason, message: messages[reason] })

/** Which of the wanted codes hold now, for these lines; the others with the reason. Codes are compared in upper case. */
const sorted = (
  wanted: ReadonlyArray<string>,
  offered: ReadonlyArray<Discount>,
  lines: ReadonlyArray<Line>,
  now: Date
) => {
  const rejected: Array<Rejected> = []
  const accepted: Array<Discount> = offered.filter(
    (each) => each.code === null && refusalOf(each, lines, now) === undefined
  )
  const seen = new Set<string>()
  for (const given of wanted) {
    const code = given.toUpperCase()
    const discount = offered.find((each) => each.code === code)
    const reason = seen.has(code) ? "discount_code_already_applied" : refusalOf(discount, lines, now)
    seen.add(code)
    if (reason === undefined) accepted.push(discount!)
    else rejected.push(reject(given, reason))
  }
  return { accepted: accepted.sort((a, b) => a.priority - b.priority), rejected }
}

const refusalOf = (discount: Discount | undefined, lines: ReadonlyArray<Line>, now: Date): Reason | undefined => {
  if (discount === undefined || (discount.startsAt !== null && discount.startsAt > now)) return "discount_code_invalid"
  if (discount.endsAt !== null && discount.endsAt <= now) return "discount_code_expired"
  const its = lines.filter(({ shopId }) => discount.shopId === null || discount.shopId === shopId)
  if (its.length === 0) return "discount_code_user_ineligible"
  const worth = its.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0)
  return worth < discount.minimum ? "discount_code_minimum_not_met" : undefined
}

/** Takes the discounts off one after the other; none takes off more than is left. */
export const discounted = (options: {
  readonly codes: ReadonlyArray<string>
  readonly offered: ReadonlyArray<Discount>
  readonly lines: ReadonlyArray<Line>
  /** What each shop's chosen delivery costs, in cents. */
  readonly shipping: Readonly<Record<string, number>>
  readonly now: Date
}): Discounted => {
  const { lines } = options
  const { accepted, rejected } = sorted(options.codes, options.offered, lines, options.now)
  const left = lines.map(({ quantity, unitPrice }) => quantity * unitPrice)
  const offLines = lines.map(() => 0)
  const offShipping: Record<string, number> = {}
  const applied: Array<Applied> = []
  for (const { amount, code, kind, percent, priority, shopId, title } of accepted) {
    const counts = (shop: string) => shopId === null || shopId === shop
    const told = { code, title, priority }
    if (kind === "free_shipping") {
      let off = 0
      for (const [shop, cost] of Object.entries(options.shipping)) {
        if (!counts(shop)) continue
        off += cost - (offShipping[shop] ?? 0)
        offShipping[shop] = cost
      }
      if (off > 0 || code !== null) applied.push({ ...told, amount: cents(off), on: "shipping", allocations: [] })
      continue
    }
    const weights = lines.map(({ shopId }, index) => (counts(shopId) ? left[index]! : 0))
    const worth = weights.reduce((sum, weight) => sum + weight, 0)
    const off = kind === "percentage" ? Math.round((worth * (percent ?? 0)) / 100) : Math.min(amount ?? 0, worth)
    const parts = allocate(off, weights)
    parts.forEach((part, index) => {
      left[index]! -= part
      offLines[index]! += part
    })
    const allocations = lines.flatMap(({ id }, index) =>
      parts[index]! > 0 ? [{ lineId: id, amount: cents(parts[index]!) }] : []
    )
    applied.push({ ...told, amount: cents(off), on: "items", allocations })
  }
  return { applied, rejected, offLines, offShipping }
}
