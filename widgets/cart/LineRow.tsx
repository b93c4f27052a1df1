import { useEffect, useRef } from "react"
import { Icon } from "../kit/Icon.tsx"
import { Money } from "../kit/Money.tsx"
import { Photo } from "../kit/Photo.tsx"
import { Stepper } from "../kit/Stepper.tsx"
import { TextButton } from "../kit/TextButton.tsx"
import { useWords } from "../kit/useWords.ts"
import { isShort, nameOf, put } from "./lines.ts"
import type { Line } from "./read.ts"
import { Short } from "./Short.tsx"
import type { Quantities } from "./useQuantities.ts"
import { words } from "./words.ts"

/** A line holds no more of one thing. */
const most = 99

interface Props {
  readonly line: Line
  readonly currency: string
  /** Undefined where nothing can be changed. */
  readonly change: Quantities | undefined
  readonly remove: () => void
  /** It has just come back. */
  readonly focus: boolean
}

/** One thing in the cart: what it is, how many, what they cost; more, fewer, or none of it. */
export const LineRow = ({ change, currency, focus, line, remove }: Props) => {
  const t = useWords(words)
  const row = useRef<HTMLLIElement>(null)
  const { available, image, quantity, subtotal, title, unit_price, variant } = line
  const wanted = change?.wanted.get(nameOf(line))
  const to = async (next: number) => change?.set([put(line, next)])
  const take = async () => {
    if (await to(available)) row.current?.focus({ preventScroll: true })
  }
  useEffect(() => {
    if (focus) row.current?.focus({ preventScroll: true })
  }, [focus])
  return (
    <li
      aria-busy={wanted !== undefined}
      className={available === 0 ? "cart-line gone" : "cart-line"}
      ref={row}
      tabIndex={-1}
    >
      <Photo alt="" size="small" src={image} />
      <div className="what">
        <h3>
          <bdi>{title}</bdi>
        </h3>
        {variant ? (
          <p className="soft">
            <bdi>{variant}</bdi>
          </p>
        ) : null}
        {quantity > 1 ? (
          <p className="soft">
            {t("each")} <Money currency={currency} value={unit_price} />
          </p>
        ) : null}
      </div>
      <p className="amount">
        <Money currency={currency} value={subtotal} />
      </p>
      <div className="how-many">
        {isShort(line) ? (
          <Short line={line} take={change && available > 0 ? take : undefined} />
        ) : change === undefined ? (
          <p className="soft">{t("howMany", { count: quantity })}</p>
        ) : (
          <Stepper
            label={`${t("quantity")}, ${title}`}
            most={Math.min(available, most)}
            onChange={to}
            value={wanted ?? quantity}
          />
        )}
        {change === undefined ? null : (
          <TextButton label={`${t("remove")}: ${title}`} onPress={remove}>
            <Icon name="close" size={16} />
            {t("remove")}
          </TextButton>
        )}
      </div>
    </li>
  )
}
