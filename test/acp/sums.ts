import { expect } from "vitest"

const amounts = (totals: ReadonlyArray<{ type: string; amount: number }>) =>
  Object.fromEntries(totals.map(({ amount, type }) => [type, amount]))

const sum = (numbers: ReadonlyArray<number>) => numbers.reduce((total, number) => total + number, 0)

/** No amount of a session is negative or part of a cent. */
const expectWholeCents = (session: unknown) => {
  const amounts = /"(?:amount|unit_amount|base_amount|discount|subtotal|tax|total|unit_price)":(-?[\d.e+-]+)/g
  for (const [, amount] of JSON.stringify(session).matchAll(amounts)) {
    expect(Number.isSafeInteger(Number(amount)) && Number(amount) >= 0).toBe(true)
  }
}

/** The session's own line: `items - discounts + delivery + tax = total`. */
const expectTotal = (totals: Record<string, number>) => {
  const { discount = 0, fulfillment = 0, items_base_amount, items_discount, subtotal, tax = 0, total } = totals
  expect(subtotal).toBe(items_base_amount! - items_discount!)
  expect(total).toBe(subtotal! - discount + fulfillment + tax)
}

/** The same of a session of the first release, whose amounts stand on its lines and options. */
export const expectLegacySums = (session: any) => {
  const totals = amounts(session.totals)
  expectTotal(totals)
  for (const { base_amount, discount, subtotal, tax, total } of session.line_items) {
    expect(subtotal).toBe(base_amount - discount)
    expect(total).toBe(subtotal + tax)
  }
  expect(totals.items_base_amount).toBe(sum(session.line_items.map((line: any) => line.base_amount)))
  expect(totals.items_discount).toBe(sum(session.line_items.map((line: any) => line.discount)))
  expect(totals.tax ?? 0).toBe(sum(session.line_items.map((line: any) => line.tax)))
  for (const { subtotal, tax, total } of session.fulfillment_options) expect(total).toBe(subtotal + tax)
  const ids = session.fulfillment_options.map(({ id }: any) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const chosen = session.fulfillment_options.find(({ id }: any) => id === session.fulfillment_option_id)
  if (session.fulfillment_option_id !== undefined) expect(chosen?.total).toBe(totals.fulfillment ?? 0)
  expectWholeCents(session)
}

/** Lines add up to the session, allocations to their discounts, and no amount is negative or part of a cent. */
export const expectSums = (session: any) => {
  const totals = amounts(session.totals)
  const { discount = 0, items_base_amount, items_discount, tax = 0 } = totals
  const lines = session.line_items.map(({ totals }: any) => amounts(totals))
  for (const line of lines) {
    expect(line.subtotal).toBe(line.items_base_amount - line.items_discount)
    expect(line.total).toBe(line.subtotal + line.tax)
  }
  expect(items_base_amount).toBe(sum(lines.map((line: any) => line.items_base_amount)))
  expect(items_discount).toBe(sum(lines.map((line: any) => line.items_discount)))
  expect(tax).toBe(sum(lines.map((line: any) => line.tax)))
  expectTotal(totals)
  for (const { allocations, amount } of session.discounts.applied) {
    expect(sum(allocations.map((part: any) => part.amount))).toBe(amount)
  }
  expect(sum(session.discounts.applied.map((each: any) => each.amount))).toBe(items_discount! + discount)
  const offered = session.fulfillment_options.map(({ id }: any) => id)
  for (const { option_id } of session.selected_fulfillment_options) expect(offered).toContain(option_id)
  expectWholeCents(session)
}

/** Lines add up to the cart, which knows of no delivery and no tax. */
export const expectCartSums = (cart: any) => {
  const totals = amounts(cart.totals)
  const lines = cart.line_items.map(({ totals }: any) => amounts(totals))
  for (const [index, { quantity, unit_amount }] of cart.line_items.entries()) {
    expect(lines[index]).toEqual({
      items_base_amount: quantity * unit_amount,
      items_discount: 0,
      subtotal: quantity * unit_amount,
      tax: 0,
      total: quantity * unit_amount
    })
  }
  expect(totals.items_base_amount).toBe(sum(lines.map((line: any) => line.items_base_amount)))
  expectTotal(totals)
  expectWholeCents(cart)
}
