import { formatDate } from "../kit/formatDate.ts"
import { Totals } from "../kit/Totals.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useOffered } from "../kit/useOffered.ts"
import type { Ready } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { CheckOut } from "./CheckOut.tsx"
import { Empty } from "./Empty.tsx"
import { LineRow } from "./LineRow.tsx"
import { byShop, nameOf } from "./lines.ts"
import type { CartView } from "./read.ts"
import { Undo } from "./Undo.tsx"
import { useQuantities } from "./useQuantities.ts"
import { useRemoving } from "./useRemoving.ts"
import { words } from "./words.ts"

/** Lines by shop, what they come to, and the way to the checkout. */
export const Basket = ({ ready }: { readonly ready: Ready<CartView> }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const offered = useOffered()
  const quantities = useQuantities(ready)
  const removing = useRemoving(quantities)
  const { currency, expires_at, lines, subtotal } = ready.value
  const over = Date.parse(expires_at) <= Date.now()
  const change = offered("update_cart") && !over ? quantities : undefined

  const { failure } = quantities
  const after = (
    <>
      {removing.removed === undefined ? null : <Undo removing={removing} />}
      <Trouble message={failure?.message} retry={failure?.retry && { label: t("retry"), press: failure.retry }} />
    </>
  )
  if (lines.length === 0)
    return (
      <>
        <Empty />
        {after}
      </>
    )
  return (
    <>
      <header className="spread">
        <h1>{t("cart")}</h1>
        <p className="soft">{over ? t("over") : t("keptUntil", { date: formatDate(expires_at, tag) })}</p>
      </header>
      {byShop(lines).map(({ lines: its, shop }) => (
        <section className="shop-lines" key={shop.id}>
          <h2 className="soft">
            <bdi>{shop.name}</bdi>
          </h2>
          <ul>
            {its.map((line) => (
              <LineRow
                change={change}
                currency={currency}
                focus={removing.returned === nameOf(line)}
                key={nameOf(line)}
                line={line}
                remove={() => removing.remove(line)}
              />
            ))}
          </ul>
        </section>
      ))}
      {after}
      <div aria-busy={quantities.busy} className="sum">
        <Totals currency={currency} sums={[{ label: t("subtotal"), value: subtotal, total: true }]} />
        <p className="soft">{t("beforeShipping")}</p>
      </div>
      {over ? (
        <p role="status">{t("overHint")}</p>
      ) : (
        <CheckOut cart={ready.value} change={change} refresh={ready.refresh} />
      )}
    </>
  )
}
