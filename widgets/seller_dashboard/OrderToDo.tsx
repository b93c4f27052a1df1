import { Badge } from "../kit/Badge.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { Money } from "../kit/Money.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { Advance } from "./Advance.tsx"
import type { MovedOrder, ToDo } from "./read.ts"
import { stepsOf } from "./steps.ts"
import { words } from "./words.ts"

interface Props {
  readonly order: ToDo
  readonly currency: string
  readonly onMoved: (order: MovedOrder) => void
}

export const OrderToDo = ({ currency, onMoved, order }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { buyer_name, estimated_delivery, items, order_id, order_number, shipping_method, status, total } = order
  return (
    <li className="order" data-order={order_id} tabIndex={-1}>
      <div className="spread">
        <h4>
          {buyer_name} <span className="soft">{order_number}</span>
        </h4>
        <Badge tone={status === "pending" ? "warning" : "plain"}>{t(status)}</Badge>
      </div>
      <p>
        <bdi>{items}</bdi>
      </p>
      <p className="soft">
        {t(shipping_method)} · {t("due", { date: formatDate(estimated_delivery, tag) })} ·{" "}
        <Money currency={currency} value={total} />
      </p>
      <Advance id={order_id} number={order_number} onMoved={onMoved} steps={stepsOf(order)} />
    </li>
  )
}
