import { useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { formatDate } from "../kit/formatDate.ts"
import { LinkOut } from "../kit/LinkOut.tsx"
import { ReorderButton } from "../kit/orders/ReorderButton.tsx"
import { ReorderReport } from "../kit/orders/ReorderReport.tsx"
import { useReorder } from "../kit/orders/useReorder.ts"
import { Spoken } from "../kit/Spoken.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useLocale } from "../kit/useLocale.ts"
import type { Ready } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Cancel } from "./Cancel.tsx"
import type { Order } from "./read.ts"
import { useCancel } from "./useCancel.ts"
import { useReturn } from "./useReturn.ts"
import { words } from "./words.ts"

/** The title of the order, where the keyboard goes when what it stood on is gone. */
const toTitle = (from: HTMLElement | null) => from?.closest("main")?.querySelector("h1")?.focus()

/** What can still be done with it. */
export const Actions = ({ ready }: { readonly ready: Ready<Order> }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const order = ready.value
  const cancelling = useCancel(ready)
  const giveBack = useReturn(order)
  const again = useReorder(order.items)
  const reorder = order.role === "buyer" ? again : undefined
  const here = useRef<HTMLDivElement>(null)
  const [asking, ask] = useState(false)
  const [said, say] = useState("")
  const [untold, setUntold] = useState(false)

  const keep = () => {
    ask(false)
    cancelling?.forget()
    requestAnimationFrame(() => here.current?.querySelector<HTMLElement>("[data-cancel] button")?.focus())
  }
  const cancel = async () => {
    if (!(await cancelling!.cancel())) return
    ask(false)
    say(t("isCancelled"))
    toTitle(here.current)
  }

  return (
    <div className="actions" ref={here}>
      <Spoken>{said}</Spoken>
      {asking && cancelling !== undefined ? (
        <Cancel cancel={() => void cancel()} cancelling={cancelling} keep={keep} order={order} />
      ) : (
        <>
          <div className="row">
            {reorder === undefined ? null : <ReorderButton number={order.order_number} reorder={reorder} />}
            {giveBack === undefined ? null : (
              <Button onPress={() => void giveBack().then((taken) => setUntold(!taken))}>{t("giveBack")}</Button>
            )}
            {cancelling === undefined ? null : (
              <span data-cancel="">
                <Button onPress={() => ask(true)}>{t("cancelOrder")}</Button>
              </span>
            )}
            {order.invoice_url ? <LinkOut href={order.invoice_url}>{t("invoice")}</LinkOut> : null}
            {order.url ? <LinkOut href={order.url}>{t("page")}</LinkOut> : null}
          </div>
          {cancelling === undefined || order.cancelable_until === null ? null : (
            <p className="soft">{t("cancelableUntil", { date: formatDate(order.cancelable_until, tag, true) })}</p>
          )}
          <Trouble message={untold ? t("notTaken") : undefined} />
        </>
      )}
      {reorder === undefined ? null : <ReorderReport reorder={reorder} />}
    </div>
  )
}
