import { useId } from "react"
import { Button } from "../kit/Button.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { LinkOut } from "../kit/LinkOut.tsx"
import { Money } from "../kit/Money.tsx"
import { ReorderButton } from "../kit/orders/ReorderButton.tsx"
import { ReorderReport } from "../kit/orders/ReorderReport.tsx"
import { StatusBadge } from "../kit/orders/StatusBadge.tsx"
import { useReorder } from "../kit/orders/useReorder.ts"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { Pieces } from "./Pieces.tsx"
import type { Summary } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly order: Summary
  /** Absent where the conversation takes no messages. */
  readonly details: (() => void) | undefined
}

const underWay = new Set(["pending", "processing", "shipped"])

/** One order: where it stands, what is in it, whom it is with, and what can be done with it. */
export const OrderCard = ({ details, order }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const titleId = useId()
  const reorder = useReorder(order.items)
  const { buyer, created_at, currency, estimated_delivery, items, order_number, seller, status, total } = order
  const again = seller === null ? undefined : reorder
  const date = (when: string) => formatDate(when, tag)
  return (
    <article aria-labelledby={titleId} className="order-card" tabIndex={-1}>
      <header className="spread">
        <h2 id={titleId}>
          <bdi>{order_number}</bdi>
        </h2>
        <StatusBadge status={status} />
      </header>
      <div className="spread">
        <p className="soft">
          {date(created_at)} · <bdi>{seller?.shop_name ?? buyer?.name}</bdi>
        </p>
        <p className="amount">
          <span className="heard-only">{t("total")}: </span>
          <Money currency={currency} value={total} />
        </p>
      </div>
      <Pieces items={items} />
      {estimated_delivery !== null && underWay.has(status) ? (
        <p className="soft">{t("expected", { date: date(estimated_delivery) })}</p>
      ) : null}
      <div className="row">
        {details === undefined ? null : (
          <Button label={`${t("details")}: ${order_number}`} onPress={details}>
            {t("details")}
          </Button>
        )}
        {again === undefined ? null : <ReorderButton number={order_number} reorder={again} />}
        {order.tracking_url === null ? null : <LinkOut href={order.tracking_url}>{t("track")}</LinkOut>}
      </div>
      {again === undefined ? null : <ReorderReport reorder={again} />}
    </article>
  )
}
