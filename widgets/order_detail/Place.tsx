import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { words } from "./words.ts"

/** Where it goes, for whoever may know, and what the buyer wrote about the pickup. */
export const Place = ({ order }: { readonly order: Order }) => {
  const t = useWords(words)
  const { pickup_notes, shipping_address: to, shipping_method } = order
  if (to === null && !pickup_notes) return null
  const lines = to && [to.name, to.line1, to.line2, `${to.city}, ${to.state} ${to.zip}`]
  return (
    <>
      {lines === null || shipping_method === "pickup" ? null : (
        <section>
          <h2>{t("address")}</h2>
          <address>
            {lines.filter(Boolean).map((line) => (
              <bdi key={line}>{line}</bdi>
            ))}
          </address>
        </section>
      )}
      {pickup_notes ? (
        <section>
          <h2>{t("note")}</h2>
          <p>
            <bdi>{pickup_notes}</bdi>
          </p>
        </section>
      ) : null}
    </>
  )
}
