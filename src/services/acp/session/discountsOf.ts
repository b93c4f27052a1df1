import type { Discounts } from "../../../../schemas/acp/Discounts.ts"
import type { Message } from "../../../../schemas/acp/Message.ts"
import type { Applied, Contents, Rejected } from "../../../../schemas/checkout.ts"

const appliedOf = ({ allocations, amount, code, on, priority, title }: Applied, { lines }: Contents) => {
  const name = code ?? title.toLowerCase().replaceAll(/\W+/g, "_")
  return {
    id: `discount_${name}`,
    ...(code !== null && { code }),
    coupon: { id: name, name: title },
    amount,
    automatic: code === null,
    priority: Math.max(priority, 1),
    allocations:
      on === "shipping"
        ? [{ path: "$.totals.shipping", amount }]
        : allocations.map(({ amount, lineId }) => ({
            path: `$.line_items[${lines.findIndex(({ id }) => id === lineId)}]`,
            amount
          }))
  }
}

export const discountsOf = (contents: Contents): Discounts => ({
  codes: contents.codes,
  applied: contents.quote.applied.map((applied) => appliedOf(applied, contents)),
  rejected: contents.quote.rejected
})

/** Where a rejected code stands among those that were sent; one that was sent twice was rejected the second time. */
const positionOf = ({ code, reason }: Rejected, codes: ReadonlyArray<string>) => {
  const same = (each: string) => each.toUpperCase() === code.toUpperCase()
  return reason === "discount_code_already_applied" ? codes.findLastIndex(same) : codes.findIndex(same)
}

export const rejections = ({ codes, quote }: Contents): ReadonlyArray<Message> =>
  quote.rejected.map((rejected) => ({
    type: "warning",
    code: rejected.reason,
    severity: "low",
    resolution: "recoverable",
    param: `$.discounts.codes[${positionOf(rejected, codes)}]`,
    content_type: "plain",
    content: rejected.message
  }))
