import { wholeSymbol } from "../kit/formatMoney.ts"

/** Short, for an axis: $1.2K. */
export const axisMoney = (amount: number, currency: string, tag: string): string =>
  wholeSymbol(
    new Intl.NumberFormat(tag, {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      notation: "compact",
      maximumFractionDigits: amount < 10 && amount % 1 !== 0 ? 2 : 1,
      minimumFractionDigits: 0
    }).format(amount),
    tag
  )
