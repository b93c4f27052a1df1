import { formatMoney } from "./formatMoney.ts"
import { useLocale } from "./useLocale.ts"

/** An amount in decimal units of its currency, as the person's language writes it. */
export const Money = ({ value, currency }: { readonly value: number; readonly currency: string }) => (
  <bdi className="money">{formatMoney(value, currency, useLocale().tag)}</bdi>
)
