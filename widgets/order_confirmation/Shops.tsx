import { useState } from "react"
import { Trouble } from "../kit/Trouble.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import type { Ending } from "./Ending.ts"
import { Shop } from "./Shop.tsx"
import { words } from "./words.ts"

/** An order with each shop. */
export const Shops = ({ ending: { confirmation, currency, orders, stage } }: { readonly ending: Ending }) => {
  const t = useWords(words)
  const send = useSendMessage()
  const [untold, setUntold] = useState(false)
  const details =
    stage === "paid" && send
      ? async (id: string) => setUntold(!(await send(t("showMessage", { order: id }))))
      : undefined
  return (
    <>
      <ul className="shops">
        {orders.map((order) => (
          <li key={order.key}>
            <Shop confirmation={confirmation} currency={currency} details={details} order={order} />
          </li>
        ))}
      </ul>
      <Trouble message={untold ? t("notTaken") : undefined} />
    </>
  )
}
