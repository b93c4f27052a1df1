import { useId, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Money } from "../kit/Money.tsx"
import { Photo } from "../kit/Photo.tsx"
import { Rating } from "../kit/Rating.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useWords } from "../kit/useWords.ts"
import { AddButton } from "./AddButton.tsx"
import type { ListingCard } from "./read.ts"
import type { Add } from "./useAdding.ts"
import { words } from "./words.ts"

interface Props {
  readonly listing: ListingCard
  readonly view: ((listing: ListingCard) => void) | undefined
  readonly add: Add | undefined
  readonly announce: (what: string) => void
}

/** One piece: what it looks like, what it costs, who makes it, and two things to do with it. */
export const Card = ({ add, announce, listing, view }: Props) => {
  const t = useWords(words)
  const titleId = useId()
  const [failure, setFailure] = useState<string>()
  const { seller, title } = listing
  return (
    <article aria-labelledby={titleId} className={listing.in_stock ? "card" : "card gone"} tabIndex={-1}>
      <Photo alt={title} src={listing.images[0]} />
      <div className="facts">
        <h3 className="title" id={titleId}>
          <bdi>{title}</bdi>
        </h3>
        <p className="soft shop">
          <bdi>{seller.name}</bdi> · <bdi>{seller.city}</bdi>
        </p>
        <p className="price">
          <Money currency={listing.currency} value={listing.price} />
          <Rating label={t("shopRating")} value={seller.rating} />
        </p>
        {listing.in_stock ? null : <p className="sold-out">{t("soldOut")}</p>}
      </div>
      <div className="actions">
        {view === undefined ? null : (
          <Button label={`${t("view")}: ${title}`} onPress={() => view(listing)}>
            {t("view")}
          </Button>
        )}
        {add === undefined || !listing.in_stock ? null : (
          <AddButton add={add} announce={announce} listing={listing} onFailure={setFailure} />
        )}
      </div>
      <Trouble message={failure} />
    </article>
  )
}
