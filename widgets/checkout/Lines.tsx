import { Money } from "../kit/Money.tsx"
import { Photo } from "../kit/Photo.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Session } from "./read.ts"
import { words } from "./words.ts"

const byShop = (lines: Session["lines"]) => {
  const groups = new Map<string, Array<Session["lines"][number]>>()
  for (const line of lines) groups.set(line.shop.id, [...(groups.get(line.shop.id) ?? []), line])
  return [...groups.values()]
}

/** What is bought, shop by shop. */
export const Lines = ({ session: { currency, lines } }: { readonly session: Session }) => {
  const t = useWords(words)
  return (
    <>
      {byShop(lines).map((group) => (
        <section key={group[0]!.shop.id}>
          <h3 className="shop">{group[0]!.shop.name}</h3>
          <ul className="lines">
            {group.map(({ id, image, quantity, subtotal, title, unit_price, variant }) => (
              <li className="line-item" key={id}>
                <Photo alt="" size="small" src={image} />
                <div>
                  <p>{title}</p>
                  <p className="soft">
                    {variant === undefined ? null : `${variant} · `}
                    {t("times", { count: quantity })} <Money currency={currency} value={unit_price} />
                  </p>
                </div>
                <Money currency={currency} value={subtotal} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
