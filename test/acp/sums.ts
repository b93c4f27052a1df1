import { expect } from "vitest"

const amounts = (totals: ReadonlyArray<{ type: string; amount: number }>) =>
  Object.fromEntries(totals.map(({ amount, type }) => [type, amount]))

const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((total, number) => total + number, 0)

/** Lines add up to the session, allocations to their discounts, and no amount is negative or part of a cent. */
export const expectSums = (session: any) => {
  const {
    discount = 0,
    fulfillment = 0,
    items_base_amount,
    items_discount,
    subtotal,
    tax = 0,
    total
  } = amounts(session.totals)
  const lines = session.line_items.map(({ totals }: any) => amounts(totals))
  for (const line of lines) {
    expect(line.subtotal).toBe(line.items_base_amount - line.items_discount)
    expect(line.total).toBe(line.subtotal + line.tax)
  }
  expect(items_base_amount).toBe(sum(lines.map((line: any) => line.items_base_amount)))
  expect(items_discount).toBe(sum(lines.map((line: any) => line.items_discount)))
  expect(tax).toBe(sum(lines.map((line: any) => line.tax)))
  expect(subtotal).toBe(items_base_amount! - items_discount!)
  expect(total).toBe(subtotal! - discount + fulfillment + tax)
  for (const { allocations, amount } of session.discounts.applied) {
    expect(sum(allocations.map((part: any) => part.amount))).toBe(amount)
  }
  expect(sum(session.discounts.applied.map((each: any) => each.amount))).toBe(items_discount! + discount)
  const all = JSON.stringify(session).matchAll(/"(?:amount|unit_amount|subtotal|unit_price)":(-?[\d.e+-]+)/g)
  for (const [, amount] of all) expect(Number.isSafeInteger(Number(amount)) && Number(amount) >= 0).toBe(true)
}
