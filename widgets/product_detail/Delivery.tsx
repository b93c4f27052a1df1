import type { ReactNode } from "react"
import { Money } from "../kit/Money.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { formatDays } from "./measures.ts"
import type { Listing } from "./read.ts"
import { words } from "./words.ts"

/** How it comes to the buyer, what that costs, how long it takes to make ready, and whether it can go back. */
export const Delivery = ({ listing }: { readonly listing: Listing }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { currency, lead_time_days, pickup_enabled, return_policy, seller, shipping_cost, shipping_enabled } = listing
  const fact = (name: string, value: ReactNode) => (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
  return (
    <section className="delivery">
      <h2>{t("delivery")}</h2>
      <dl className="facts">
        {fact(
          t("shipping"),
          !shipping_enabled ? (
            t("notOffered")
          ) : shipping_cost === 0 ? (
            t("free")
          ) : (
            <Money currency={currency} value={shipping_cost} />
          )
        )}
        {fact(t("pickup"), pickup_enabled ? t("freeIn", { city: seller.city }) : t("notOffered"))}
        {fact(t("readyIn"), lead_time_days === 0 ? t("atOnce") : formatDays(lead_time_days, tag))}
        {return_policy === "" ? null : fact(t("returns"), <bdi>{return_policy}</bdi>)}
      </dl>
    </section>
  )
}
