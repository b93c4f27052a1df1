import { Button } from "../kit/Button.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { LinkOut } from "../kit/LinkOut.tsx"
import { Money } from "../kit/Money.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Placed } from "./Ending.ts"
import { words } from "./words.ts"

interface Props {
  readonly order: Placed
  readonly currency: string
  readonly confirmation: string | undefined
  readonly details: ((id: string) => unknown) | undefined
}

/** What one shop sends: its number, what it costs, when it is expected, and where to read on. */
export const Shop = ({ confirmation, currency, details, order }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { expected, id, number, page, shop, total, tracking } = order
  const linked = (id !== undefined && details !== undefined) || page !== undefined || Boolean(tracking)
  return (
    <article className="shop">
      <div className="spread">
        <h2>
          <bdi>{shop ?? t("order")}</bdi>
        </h2>
        {total === undefined ? null : <Money currency={currency} value={total} />}
      </div>
      {number === undefined || number === confirmation ? null : (
        <p className="soft">
          {t("order")} <bdi>{number}</bdi>
        </p>
      )}
      {expected === undefined ? null : <p className="soft">{t("expected", { date: formatDate(expected, tag) })}</p>}
      {linked ? (
        <div className="row">
          {id === undefined || details === undefined ? null : (
            <Button label={`${t("details")}: ${shop ?? t("order")}`} onPress={() => void details(id)}>
              {t("details")}
            </Button>
          )}
          {page === undefined ? null : <LinkOut href={page}>{t("page")}</LinkOut>}
          {tracking ? <LinkOut href={tracking}>{t("track")}</LinkOut> : null}
        </div>
      ) : null}
    </article>
  )
}
