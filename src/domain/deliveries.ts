import type { Contents, Line, Method } from "../../schemas/checkout.ts"
import type { Issue } from "../../schemas/errors.ts"
import { keptDeliveries, shopsOf } from "./contents.ts"

type Options = Contents["quote"]["options"]
type Deliveries = Readonly<Record<string, Method>>

/** What was asked for just now: by shop, and for every other shop. */
export interface Asked {
  readonly requested: Deliveries
  readonly method?: Method | undefined
}

/** The choices that were asked for, one for each shop, and what is wrong with them. */
export const askedDeliveries = ({ method: forAll, requested }: Asked, options: Options, lines: ReadonlyArray<Line>) => {
  const asked: Record<string, Method> = {}
  const issues: Array<Issue> = []
  for (const shop of shopsOf(lines)) {
    const method = requested[shop] ?? forAll
    if (method === undefined) continue
    asked[shop] = method
    const can = options.filter(({ shopId }) => shopId === shop).map((option) => option.method)
    if (can.includes(method)) continue
    const { shopName } = lines.find(({ shopId }) => shopId === shop)!
    const message =
      can.length === 0 ? "cannot deliver these items together" : `offers ${can.join(" and ")}, not ${method}`
    issues.push({ path: "shipping_method", message: `${shopName} ${message}` })
  }
  for (const shop of Object.keys(requested)) {
    if (!Object.hasOwn(asked, shop)) issues.push({ path: "deliveries", message: "a shop is not in this checkout" })
  }
  return { asked, issues }
}

/** With one way to deliver there is nothing to choose; with an address the standard parcel is what most people want. */
export const preselected = (
  options: Options,
  deliveries: Deliveries,
  lines: ReadonlyArray<Line>,
  hasAddress: boolean
): Deliveries => {
  const choice = { ...keptDeliveries(deliveries, options) }
  for (const shop of shopsOf(lines)) {
    const its = options.filter(({ shopId }) => shopId === shop)
    const only = its.length === 1 ? its[0] : undefined
    const usual = hasAddress ? its.find(({ method }) => method === "standard") : undefined
    const method = choice[shop] ?? only?.method ?? usual?.method
    if (method !== undefined) choice[shop] = method
  }
  return choice
}
