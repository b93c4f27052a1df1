import { useEffect, useRef } from "react"
import { formatDate } from "../kit/formatDate.ts"
import { Icon } from "../kit/Icon.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import { Lines } from "./Lines.tsx"
import { Sums } from "./Sums.tsx"
import type { CheckoutActs } from "./useCheckout.ts"
import { words } from "./words.ts"

/** It is paid. What was placed where, when it was paid from here. */
export const Done = ({ checkout: { shown } }: { readonly checkout: CheckoutActs }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const { done, session } = shown
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (done !== undefined) heading.current?.focus()
  }, [done])
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        <Icon name="check" /> {t("thanks")}
      </h2>
      <p role="status">
        {done?.order === undefined ? t("placed") : t("placedAs", { number: done.order.confirmation_number })}
      </p>
      {done === undefined ? null : (
        <ul className="soft">
          {done.orders.map(({ estimated_delivery, id, order_number, shop_name }) => (
            <li key={id}>
              {shop_name}: {order_number}, {t("by", { date: formatDate(estimated_delivery, tag) })}
            </li>
          ))}
        </ul>
      )}
      <Lines session={session} />
      <Sums session={session} />
      <LinkOut href={session.continue_url}>{t("receipt")}</LinkOut>
    </>
  )
}
