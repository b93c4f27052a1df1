import { Choices } from "../kit/Choices.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { formatMoney } from "../kit/formatMoney.ts"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** How each shop's part reaches the buyer, what that costs, and by when. */
export const Deliveries = ({ checkout: { act, revise, shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { currency, deliveries } = shown.session
  return (
    <>
      {deliveries.map(({ method, options, shop }) => (
        <Choices
          disabled={revise === undefined || act.doing !== undefined}
          key={shop.id}
          legend={deliveries.length === 1 ? t("delivery") : t("deliveryFrom", { shop: shop.name })}
          onChoose={(chosen) => revise?.("delivery", { deliveries: [{ shop_id: shop.id, method: chosen }] })}
          options={options.map(({ cost, estimated_delivery, method: way }) => ({
            value: way,
            label: t(way),
            detail: `${cost === 0 ? t("free") : formatMoney(cost, currency, tag)} · ${t("by", {
              date: formatDate(estimated_delivery, tag)
            })}`
          }))}
          value={method ?? undefined}
        />
      ))}
    </>
  )
}
