import { useRef } from "react"
import { useWords } from "../kit/useWords.ts"
import { OrderToDo } from "./OrderToDo.tsx"
import type { Dashboard, MovedOrder } from "./read.ts"
import { ShortList } from "./ShortList.tsx"
import { useFollow } from "./useFollow.ts"
import { words } from "./words.ts"

interface Props {
  readonly dashboard: Dashboard
  readonly onMoved: (order: MovedOrder) => void
}

/** What waits for the shop, the longest waiting first. */
export const OrdersToDo = ({ dashboard, onMoved }: Props) => {
  const t = useWords(words)
  const { currency, orders_to_do } = dashboard
  const section = useRef<HTMLElement>(null)

  const follow = useFollow(section)

  return (
    <section ref={section}>
      <h3 tabIndex={-1}>{t("ordersToDo")}</h3>
      {orders_to_do.length === 0 ? (
        <p className="soft">{t("nothingToDo")}</p>
      ) : (
        <ShortList first={3} items={orders_to_do} label={t("ordersToDo")}>
          {(order) => (
            <OrderToDo
              currency={currency}
              key={order.order_id}
              onMoved={(moved) => {
                onMoved(moved)
                follow(moved.id)
              }}
              order={order}
            />
          )}
        </ShortList>
      )}
    </section>
  )
}
