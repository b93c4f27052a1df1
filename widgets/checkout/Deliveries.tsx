import { Choices } from "../kit/Choices.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { formatMoney } from "../kit/formatMoney.ts"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { PickupNotes } from "./PickupNotes.tsx"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** How each shop's part reaches the buyer, what that costs, and by when. */
export const Deliveries = ({ checkout }: { readonly checkout: CheckoutActs }) => {
  const { act, revise, shown } = checkout
  const t = useWords(words)
  const { tag } = useLocale()
  const { currency, deliveries } = shown.session
  const legend = (shop: string) => (deliveries.length === 1 ? t("delivery") : t("deliveryFrom", { shop }))
  return (
    <>
      {deliveries.map(({ method, options, shop }) =>
        options.length === 0 ? (
          <div key={shop.id}>
            <h3>{legend(shop.name)}</h3>
            <p className="soft">{t("noDelivery")}</p>
          </div>
        ) : (
          <Choices
            disabled={revise === undefined || act.doing !== undefined}
            key={shop.id}
            legend={legend(shop.name)}
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
        )
      )}
      {deliveries.some(({ method }) => method === "pickup") && revise !== undefined ? (
        <PickupNotes checkout={checkout} />
      ) : null}
    </>
  )
}
