import { LinkOut } from "../kit/LinkOut.tsx"
import { Money } from "../kit/Money.tsx"
import { Totals } from "../kit/Totals.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { Pay } from "./Pay.tsx"
import type { Sheet } from "./Sheet.ts"
import { usePaying } from "./usePaying.ts"
import { words } from "./words.ts"

/** Lines, what they add up to, and what stands in the way. Amounts come in cents. */
export const Bill = ({ first }: { readonly first: Sheet }) => {
  const t = useWords(words)
  const paying = usePaying(first, t("notPaid"))
  const { currency, line_items, messages = [], order, status, totals } = paying.sheet
  const done = status === "completed"
  return (
    <>
      <h2>{t(done ? "thanks" : "order")}</h2>
      <ul className="lines">
        {line_items.map(({ base_amount, description, id, item, name }) => (
          <li className="spread" key={id}>
            <span>
              {item.quantity} × {name} <span className="soft">{description}</span>
            </span>
            <Money currency={currency} value={base_amount / 100} />
          </li>
        ))}
      </ul>
      <Totals
        currency={currency}
        sums={totals
          .filter(({ amount, type }) => type === "total" || (amount > 0 && type !== "items_base_amount"))
          .map(({ amount, display_text, type }) => ({
            label: type === "total" ? t("total") : display_text,
            value: (type.endsWith("discount") ? -amount : amount) / 100,
            total: type === "total"
          }))}
      />
      {done || messages.length === 0 ? null : (
        <ul className="soft">
          {messages.map(({ content }) => (
            <li key={content}>{content}</li>
          ))}
        </ul>
      )}
      <Trouble message={paying.failure} />
      {done ? (
        <p role="status">
          {t("placed")} {order === undefined ? null : <LinkOut href={order.permalink_url}>{t("seeOrder")}</LinkOut>}
        </p>
      ) : (
        <Pay paying={paying} />
      )}
    </>
  )
}
