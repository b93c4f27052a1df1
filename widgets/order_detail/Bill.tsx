import { Totals } from "../kit/Totals.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { words } from "./words.ts"

const off = (amount: number) => (amount > 0 ? -amount : undefined)

/** What adds up to what was paid, and what of it went back. */
export const Bill = ({ order }: { readonly order: Order }) => {
  const t = useWords(words)
  const { currency, discount, refunded, shipping_cost, subtotal, tax, total } = order
  return (
    <Totals
      currency={currency}
      sums={[
        { label: t("subtotal"), value: subtotal },
        { label: t("discount"), value: off(discount) },
        { label: t("delivery"), value: shipping_cost },
        { label: t("tax"), value: tax },
        { label: t("total"), value: total, total: true },
        { label: t("refundedSum"), value: off(refunded) }
      ]}
    />
  )
}
