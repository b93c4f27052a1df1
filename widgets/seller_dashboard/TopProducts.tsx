import { Money } from "../kit/Money.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Dashboard } from "./read.ts"
import { words } from "./words.ts"

export const TopProducts = ({ dashboard: { currency, top_products } }: { readonly dashboard: Dashboard }) => {
  const t = useWords(words)
  const most = Math.max(...top_products.map(({ revenue }) => revenue), 1)
  return (
    <section>
      <h3>{t("topProducts")}</h3>
      {top_products.length === 0 ? (
        <p className="soft">{t("noSales")}</p>
      ) : (
        <ol className="rows">
          {top_products.map(({ listing_id, revenue, sales, title }) => (
            <li className="product" key={listing_id}>
              <div className="two">
                <span>{title}</span>
                <Money currency={currency} value={revenue} />
              </div>
              <div aria-hidden="true" className="share">
                <div style={{ width: `${(revenue / most) * 100}%` }} />
              </div>
              <p className="soft">{t("pieces", { count: sales })}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
