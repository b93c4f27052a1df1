import { formatDate } from "../kit/formatDate.ts"
import { formatMoney } from "../kit/formatMoney.ts"
import { StatusBadge } from "../kit/orders/StatusBadge.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly order: Order
}

/** What became of the money, where that is not plain. */
const Payment = ({ order }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { currency, payment_status, refunded, status, total } = order
  if (payment_status === "processing" || payment_status === "failed") return <p>{t(`payment_${payment_status}`)}</p>
  if (status !== "cancelled") return null
  return <p>{t("goesBack", { amount: formatMoney(refunded === 0 ? total : refunded, currency, tag) })}</p>
}

/** Which order it is, whom it is with, and where it stands. */
export const Header = ({ order }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { buyer, created_at, order_number, seller, status } = order
  return (
    <header className="head">
      <div className="spread">
        <h1 tabIndex={-1}>
          {t("order")} <bdi>{order_number}</bdi>
        </h1>
        <StatusBadge status={status} />
      </div>
      <p className="soft">
        {formatDate(created_at, tag)} ·{" "}
        <bdi>
          {seller.shop_name}, {seller.city}
        </bdi>
      </p>
      {buyer.name === "" ? null : (
        <p className="soft">
          {t("orderedBy")} <bdi>{buyer.name}</bdi>
          {buyer.email === "" ? null : (
            <>
              {" · "}
              <bdi>{buyer.email}</bdi>
            </>
          )}
        </p>
      )}
      <Payment order={order} />
    </header>
  )
}
