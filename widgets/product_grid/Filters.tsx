import { useId, useRef, useState } from "react"
import { Outline } from "../kit/Outline.tsx"
import { TextButton } from "../kit/TextButton.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { placeChoices, priceChoices } from "./choices.ts"
import { FacetChips } from "./FacetChips.tsx"
import { formatRange } from "./formatRange.ts"
import { paths } from "./paths.ts"
import { SortChips } from "./SortChips.tsx"
import {
  categoryOf,
  cityOf,
  inCategory,
  inCity,
  inPrice,
  narrowings,
  type PriceRange,
  priceOf,
  widened
} from "./searchArguments.ts"
import type { Search } from "./useSearch.ts"
import { words } from "./words.ts"

/** Narrows the results by category, city and price, and sorts them. Folded, but for the categories where there is room. */
export const Filters = ({ search: { answer, args, ask } }: { readonly search: Search }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const [open, setOpen] = useState(false)
  const panel = useId()
  const toggle = useRef<HTMLButtonElement>(null)
  const { categories, cities, prices } = answer.facets
  const count = narrowings(args)

  const rangeWords = (range: PriceRange) => {
    const { from, upTo } = formatRange(range, answer.listings[0]?.currency ?? "usd", tag)
    if (from === undefined) return t("under", { price: upTo ?? "" })
    return upTo === undefined ? t("andUp", { price: from }) : `${from} – ${upTo}`
  }
  const clear = () => {
    toggle.current?.focus()
    ask(widened(args))
  }

  return (
    <div className="filters">
      <div className="row">
        <button
          aria-controls={panel}
          aria-expanded={open}
          className="chip toggle"
          onClick={() => setOpen(!open)}
          ref={toggle}
          type="button"
        >
          <Outline path={paths.filter} size={16} />
          {t("filter")}
          {count > 0 ? <span className="count">{t("chosen", { count })}</span> : null}
        </button>
        {count > 0 ? <TextButton onPress={clear}>{t("clear")}</TextButton> : null}
      </div>
      <div className={open ? "panel" : "panel folded"} id={panel}>
        <FacetChips
          choices={placeChoices(categories, categoryOf(args))}
          choose={(place) => ask(inCategory(args, place?.slug))}
          label={t("categories")}
          name={({ name }) => name}
          roomy
        />
        {open ? (
          <>
            <FacetChips
              choices={placeChoices(cities, cityOf(args))}
              choose={(place) => ask(inCity(args, place?.slug))}
              label={t("cities")}
              name={({ name }) => name}
            />
            <FacetChips
              choices={priceChoices(prices, priceOf(args))}
              choose={(range) => ask(inPrice(args, range))}
              label={t("prices")}
              name={rangeWords}
            />
            <SortChips args={args} ask={ask} />
          </>
        ) : null}
      </div>
    </div>
  )
}
