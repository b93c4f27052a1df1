import { Money } from "../kit/Money.tsx"
import { Photo } from "../kit/Photo.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { words } from "./words.ts"

/** What was bought, with what each of it cost. */
export const Pieces = ({ order: { currency, items } }: { readonly order: Order }) => {
  const t = useWords(words)
  return (
    <section>
      <h2>{t("items")}</h2>
      <ul className="lines">
        {items.map(({ image, listing_id, price, quantity, title, variant }) => (
          <li key={`${listing_id} ${variant}`}>
            <Photo alt="" size="small" src={image} />
            <div className="what">
              <p>
                <bdi>{title}</bdi>
              </p>
              <p className="soft">
                {variant ? (
                  <>
                    <bdi>{variant}</bdi>
                    {" · "}
                  </>
                ) : null}
                {t("times", { n: quantity })} <Money currency={currency} value={price} />
              </p>
            </div>
            <Money currency={currency} value={price * quantity} />
          </li>
        ))}
      </ul>
    </section>
  )
}
