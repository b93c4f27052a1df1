import { Money } from "../kit/Money.tsx"
import { Rating } from "../kit/Rating.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Listing } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly listing: Listing
  readonly price: number
}

/** What it is, who makes it, and what the chosen one costs. */
export const Heading = ({ listing: { currency, seller, title }, price }: Props) => {
  const t = useWords(words)
  return (
    <header className="heading">
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <p className="row shop">
        <span>
          <bdi>{seller.shop_name}</bdi> · <bdi>{seller.city}</bdi>
        </span>
        <Rating count={seller.total_reviews} label={t("shopRating")} value={seller.rating} />
      </p>
      <p aria-live="polite" className="price">
        <Money currency={currency} value={price} />
      </p>
    </header>
  )
}
