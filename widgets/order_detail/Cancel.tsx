import { useLayoutEffect, useRef } from "react"
import { Button } from "../kit/Button.tsx"
import { Field } from "../kit/Field.tsx"
import { formatMoney } from "../kit/formatMoney.ts"
import { Trouble } from "../kit/Trouble.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import type { Cancelling } from "./useCancel.ts"
import { words } from "./words.ts"

interface Props {
  readonly order: Order
  readonly cancelling: Cancelling
  readonly keep: () => void
  readonly cancel: () => void
}

/** Asks once more, in place: what goes back, and why, for whoever wants to say. */
export const Cancel = ({ cancel, cancelling, keep, order }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const title = useRef<HTMLHeadingElement>(null)
  const { busy, failure, reason, setReason } = cancelling
  useLayoutEffect(() => title.current?.focus(), [])
  return (
    <section className="confirm">
      <h2 ref={title} tabIndex={-1}>
        {t("sure")}
      </h2>
      <p>{t("wouldGoBack", { amount: formatMoney(order.total, order.currency, tag) })}</p>
      <Field kind="area" label={t("reason")} maxLength={500} onInput={setReason} value={reason} />
      <Trouble message={failure?.message} />
      <div className="row">
        <Button busy={busy} kind="primary" onPress={cancel}>
          {t(busy ? "cancelling" : "cancelOrder")}
        </Button>
        <Button onPress={keep}>{t("keep")}</Button>
      </div>
    </section>
  )
}
