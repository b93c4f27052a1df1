import { wholeSymbol } from "../kit/formatMoney.ts"
import type { PriceRange } from "./searchArguments.ts"

/** `$25 – $50`: bands end a cent below the next, which nobody would say. */
export const formatRange = ({ max, min }: PriceRange, currency: string, tag: string) => {
  const format = new Intl.NumberFormat(tag, { style: "currency", currency, trailingZeroDisplay: "stripIfInteger" })
  const money = (amount: number) => wholeSymbol(format.format(amount), tag)
  const upTo = max === null ? undefined : money(Math.round(max * 100) % 100 === 99 ? Math.ceil(max) : max)
  return { from: min > 0 ? money(min) : undefined, upTo }
}
