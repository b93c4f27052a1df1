import { useRef } from "react"
import { Badge } from "../kit/Badge.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { Money } from "../kit/Money.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { Advance } from "./Advance.tsx"
import type { Dashboard, MovedOrder } from "./read.ts"
import { ShortList } from "./ShortList.tsx"
import { lastStepsOf } from "./steps.ts"
import { useFollow } from "./useFollow.ts"
import { words } from "./words.ts"

interface Props {
  readonly dashboard: Dashboard
  readonly onMoved: (order: MovedOrder) => void
}

const tones = { delivered: "good", cancelled: "bad" } as const
const toneOf = (status: string) => tones[status as keyof typeof tones] ?? "plain"

export const RecentOrders = ({ dashboard: { currency, recent_orders }, onMoved }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const section = useRef<HTMLElement>(null)
  const follow = useFollow(section)
  return (
    <section ref={section}>
      <h3 tabIndex={-1}>{t("recentOrders")}</h3>
      {recent_orders.length === 0 ? (
        <p className="soft">{t("noOrders")}</p>
      ) : (
        <ShortList first={5} items={recent_orders} label={t("recentOrders")}>
          {({ created_at, order_id, order_number, status, total }) => (
            <li className="order" data-order={order_id} key={order_id} tabIndex={-1}>
              <div className="two">
                <span>{order_number}</span>
                <Money currency={currency} value={total} />
              </div>
              <div className="two">
                <span className="soft">{formatDate(created_at, tag)}</span>
                <Badge tone={toneOf(status)}>{t(status)}</Badge>
              </div>
              <Advance
                id={order_id}
                number={order_number}
                onMoved={(moved) => {
                  onMoved(moved)
                  follow(moved.id)
                }}
                steps={lastStepsOf(status)}
              />
            </li>
          )}
        </ShortList>
      )}
    </section>
  )
}
