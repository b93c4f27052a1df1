import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Dashboard } from "./read.ts"
import { words } from "./words.ts"

/** What can be said in a number. */
export const Figures = ({ dashboard }: { readonly dashboard: Dashboard }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const number = new Intl.NumberFormat(tag)
  const stars = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
  const { active_listings, average_rating, pending_orders, sales_count } = dashboard
  const figures = [
    { label: t("sold"), value: number.format(sales_count) },
    { label: t("toDo"), value: number.format(pending_orders) },
    { label: t("listings"), value: number.format(active_listings) },
    { label: t("rating"), value: average_rating > 0 ? `${stars.format(average_rating)} / ${number.format(5)}` : "–" }
  ]
  return (
    <dl className="figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt className="soft">{label}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  )
}
