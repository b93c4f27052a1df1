import { formatMoney } from "../kit/formatMoney.ts"
import { Money } from "../kit/Money.tsx"
import { Photo } from "../kit/Photo.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { words as standing } from "../listing_confirmation/words.ts"
import { amountOf, countOf, listOf } from "./amounts.ts"
import type { Filling } from "./Filling.ts"
import { words } from "./words.ts"

/** The piece as buyers will see it. */
export const Preview = ({ entries, form }: Filling) => {
  const t = useWords(words)
  const s = useWords(standing)
  const { tag } = useLocale()
  const cost = amountOf(entries.shippingCost) ?? 0
  const facts = [
    entries.shipping ? (cost === 0 ? t("shipsFree") : t("ships", { cost: formatMoney(cost, form.currency, tag) })) : "",
    entries.pickup ? t("fetched", { city: form.shop.city }) : "",
    t("readyIn", { days: countOf(entries.leadTime) ?? 0 }),
    s("inStock", { count: countOf(entries.stock) ?? 0 }),
    listOf(entries.materials).join(", "),
    entries.dimensions.trim()
  ].filter((fact) => fact !== "")
  return (
    <>
      {form.review ? <p className="soft">{t("previewReview")}</p> : null}
      <article className="seen">
        <Photo alt={entries.title} src={entries.pictures[0]?.src} />
        <div className="about">
          <h4>{entries.title}</h4>
          <p className="soft">
            {form.shop.name} · {form.shop.city}
          </p>
          <p className="price">
            <Money currency={form.currency} value={amountOf(entries.price) ?? 0} />
          </p>
          <p className="told">{entries.description}</p>
          <ul className="soft">
            {facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </div>
      </article>
      {entries.pictures.length > 1 ? (
        <ul className="others">
          {entries.pictures.slice(1).map(({ key, src }, index) => (
            <li key={key}>
              <Photo alt={t("picture", { at: index + 2, of: entries.pictures.length })} size="small" src={src} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
