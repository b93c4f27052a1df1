import { useId } from "react"
import { formatMoney } from "../kit/formatMoney.ts"
import { Money } from "../kit/Money.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { Bars } from "./Bars.tsx"
import { bucketLabel } from "./bucketLabel.ts"
import { type Bucket, buckets, niceTop, widthFor } from "./buckets.ts"
import type { Dashboard } from "./read.ts"
import { SalesTable } from "./SalesTable.tsx"
import { words } from "./words.ts"

/** What was sold day by day, week by week or month by month: as bars, as a sentence, and as a table that is heard. */
export const SalesChart = ({ dashboard }: { readonly dashboard: Dashboard }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const id = useId()
  const { currency, sales_chart, total_sales } = dashboard
  const bars = buckets(sales_chart)
  const label = bucketLabel(tag, widthFor(sales_chart.length))
  const said = (bar: Bucket) => `${label(bar)}: ${formatMoney(bar.amount, currency, tag)}`
  const best = bars.reduce<Bucket | undefined>(
    (most, bar) => (bar.amount > (most?.amount ?? 0) ? bar : most),
    undefined
  )
  const ends = [bars[0], bars.length > 4 ? bars[Math.floor((bars.length - 1) / 2)] : undefined, bars.at(-1)]

  return (
    <figure className="chart">
      <figcaption>
        <span className="soft" id={`${id}t`}>
          {t("sales")}
        </span>
        <strong className="sum">
          <Money currency={currency} value={total_sales} />
        </strong>
        <span className="soft" id={`${id}d`}>
          {best === undefined ? t("noSales") : t("best", { what: said(best) })}
        </span>
      </figcaption>
      {best === undefined ? null : (
        <Bars
          bars={bars.map((bar) => ({ key: bar.from, amount: bar.amount, title: said(bar) }))}
          currency={currency}
          describedBy={`${id}d`}
          ends={ends
            .flatMap((bar) => (bar === undefined ? [] : [label(bar)]))
            .filter((text, at, all) => all.indexOf(text) === at)}
          title={t("sales")}
          top={niceTop(best.amount)}
        />
      )}
      <SalesTable bars={bars} currency={currency} label={label} />
    </figure>
  )
}
