import { useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Notice } from "../kit/Notice.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import type { Ready } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import type { Json } from "../kit/wire.ts"
import { Filters } from "./Filters.tsx"
import { OrderCard } from "./OrderCard.tsx"
import { sideOf } from "./question.ts"
import type { Answer } from "./read.ts"
import { useFocusOnArrivals } from "./useFocusOnArrivals.ts"
import { useOrders } from "./useOrders.ts"
import { words } from "./words.ts"

interface Props {
  readonly ready: Ready<Answer>
  readonly question: Json
  readonly ask: (question: Json) => void
}

export const Orders = ({ ask, question, ready }: Props) => {
  const t = useWords(words)
  const send = useSendMessage()
  const list = useRef<HTMLUListElement>(null)
  const [untold, setUntold] = useState(false)
  const { asking, choose, failure, filter, more, offered } = useOrders(ready, question, ask)
  const { has_more, orders, total_count } = ready.value
  const expectArrivals = useFocusOnArrivals(list, orders.length)
  const selling = sideOf(question, ready.value) === "seller"
  const details = send && (async (id: string) => setUntold(!(await send(t("showMessage", { order: id })))))

  return (
    <>
      <header className="spread">
        <h1>{t(selling ? "sold" : "bought")}</h1>
        <p aria-busy={asking !== undefined} className="soft" role="status">
          {t("count", { shown: orders.length, total: total_count })}
        </p>
      </header>
      {offered ? <Filters choose={choose} chosen={filter} /> : null}
      <Trouble message={failure?.message} retry={failure && { label: t("retry"), press: failure.retry }} />
      <Trouble message={untold ? t("notTaken") : undefined} />
      {orders.length === 0 ? (
        <Notice icon="box" title={t(filter === "all" ? (selling ? "noneSold" : "none") : `none_${filter}`)} />
      ) : (
        <ul className="order-cards" data-busy={(asking !== undefined && asking !== "more") || undefined} ref={list}>
          {orders.map((order) => (
            <li key={order.id}>
              <OrderCard details={details && (() => void details(order.id))} order={order} />
            </li>
          ))}
        </ul>
      )}
      {has_more && offered ? (
        <Button
          busy={asking === "more"}
          onPress={() => {
            expectArrivals()
            void more()
          }}
        >
          {t(asking === "more" ? "loading" : "more")}
        </Button>
      ) : null}
    </>
  )
}
