import type { Contents, Line, Method } from "../../schemas/checkout.ts"
import type { Issue } from "../../schemas/errors.ts"

/** Lines are one for each listing and variant, however the variant is spelled: `blue` is `Blue`. */
export const sameThing = (a: Pick<Line, "listingId" | "variant">, b: Pick<Line, "listingId" | "variant">): boolean =>
  a.listingId === b.listingId && a.variant.toLowerCase() === b.variant.toLowerCase()

/** How many of each thing there are after some of them were put: each takes the place of its own, or comes last; 0 goes. */
export const withWanted = <A extends Pick<Line, "listingId" | "variant" | "quantity">>(
  before: ReadonlyArray<A>,
  put: ReadonlyArray<A>
): ReadonlyArray<A> => {
  const lines = [...before]
  for (const line of put) {
    const at = lines.findIndex((other) => sameThing(other, line))
    if (at < 0) lines.push(line)
    else lines[at] = { ...lines[at]!, quantity: line.quantity }
  }
  return lines.filter(({ quantity }) => quantity > 0)
}

/** The shops of a checkout, in the order of their first line. */
export const shopsOf = (lines: ReadonlyArray<Line>): ReadonlyArray<Line["shopId"]> => [
  ...new Set(lines.map(({ shopId }) => shopId))
]

/** Choices of delivery for shops that are no longer in the checkout fall away, and so do ones their shop cannot do. */
export const keptDeliveries = (
  deliveries: Readonly<Record<string, Method>>,
  options: Contents["quote"]["options"]
): Readonly<Record<string, Method>> =>
  Object.fromEntries(
    Object.entries(deliveries).filter(([shop, method]) =>
      options.some((option) => option.shopId === shop && option.method === method)
    )
  )

/** Whether anything of this checkout travels, and so needs an address. */
export const needsAddress = ({ deliveries }: Pick<Contents, "deliveries">): boolean =>
  Object.values(deliveries).some((method) => method !== "pickup")

/** What must still be said before it can be paid, each with the field that says it. */
export const missing = (contents: Contents): ReadonlyArray<Issue> => {
  const issues: Array<Issue> = []
  if (contents.buyer.email === undefined) issues.push({ path: "email", message: "an e-mail address is missing" })
  for (const shopId of shopsOf(contents.lines)) {
    if (contents.deliveries[shopId] !== undefined) continue
    const { shopName } = contents.lines.find((line) => line.shopId === shopId)!
    const methods = contents.quote.options.filter((option) => option.shopId === shopId).map(({ method }) => method)
    issues.push({
      path: "shipping_method",
      message:
        methods.length === 0
          ? `${shopName} cannot deliver these items together; buy them one by one`
          : `a delivery method for ${shopName} is missing (${methods.join(", ")})`
    })
  }
  if (needsAddress(contents) && contents.address === null) {
    issues.push({ path: "shipping_address", message: "a shipping address is missing" })
  }
  for (const { available, lineId } of contents.shortages) {
    const line = contents.lines.find(({ id }) => id === lineId)
    issues.push({
      path: "lines",
      message: `${line?.title ?? "an item"} ${available === 0 ? "is sold out" : `has only ${available} left`}`
    })
  }
  return issues
}

export const isComplete = (contents: Contents): boolean => missing(contents).length === 0
