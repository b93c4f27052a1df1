import { formatMoney } from "../kit/formatMoney.ts"
import { Pay } from "./Pay.tsx"
import type { Sheet } from "./Sheet.ts"
import { usePaying } from "./usePaying.ts"

interface Props {
  readonly first: Sheet
}

/** Lines, what they add up to, and what stands in the way. Amounts come in cents. */
export const Bill = ({ first }: Props) => {
  const paying = usePaying(first)
  const { currency, line_items, messages = [], order, status, totals } = paying.sheet
  const money = (cents: number) => formatMoney(cents / 100, currency)
  const done = status === "completed"
  return (
    <main aria-busy={paying.busy} className="checkout">
      <h1>{done ? "Thank you" : "Your order"}</h1>
      <ul className="lines">
        {line_items.map(({ base_amount, description, id, item, name }) => (
          <li key={id}>
            <span>
              {item.quantity} × {name}
              <span className="soft">{description}</span>
            </span>
            <span className="amount">{money(base_amount)}</span>
          </li>
        ))}
      </ul>
      <dl className="totals">
        {totals
          .filter(({ amount, type }) => type === "total" || (amount > 0 && type !== "items_base_amount"))
          .map(({ amount, display_text, type }) => (
            <div className={type} key={type}>
              <dt>{display_text}</dt>
              <dd>{money(type.endsWith("discount") ? -amount : amount)}</dd>
            </div>
          ))}
      </dl>
      {done || messages.length === 0 ? null : (
        <ul className="messages">
          {messages.map(({ content }) => (
            <li key={content}>{content}</li>
          ))}
        </ul>
      )}
      {paying.failure === undefined ? null : (
        <p className="failure" role="alert">
          {paying.failure}
        </p>
      )}
      {done ? (
        <p role="status">
          Your order is placed.{" "}
          {order === undefined ? null : (
            <a href={order.permalink_url} rel="noreferrer" target="_blank">
              See the order
            </a>
          )}
        </p>
      ) : (
        <Pay money={money} paying={paying} />
      )}
    </main>
  )
}
