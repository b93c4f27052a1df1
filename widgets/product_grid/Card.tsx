import { useId, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { formatMoney } from "../kit/formatMoney.ts"
import { Photo } from "../kit/Photo.tsx"
import { Rating } from "../kit/Rating.tsx"
import { AddButton } from "./AddButton.tsx"
import type { ListingCard } from "./SearchAnswer.ts"
import type { AddToCart } from "./useCart.ts"

interface Props {
  readonly listing: ListingCard
  readonly view: ((listing: ListingCard) => void) | undefined
  readonly add: AddToCart | undefined
  readonly announce: (what: string) => void
}

/** One piece: what it looks like, what it costs, who makes it, and two things to do with it. */
export const Card = ({ listing, view, add, announce }: Props) => {
  const titleId = useId()
  const [failure, setFailure] = useState<string>()
  const { title, seller } = listing
  return (
    <article aria-labelledby={titleId} className={listing.in_stock ? "card" : "card gone"} tabIndex={-1}>
      <Photo alt={title} src={listing.images[0]} />
      {listing.in_stock ? null : <p className="sold-out">Sold out</p>}
      <h3 className="title" id={titleId}>
        {title}
      </h3>
      <p className="shop">
        {seller.name} · {seller.city}
      </p>
      <p className="price">
        {formatMoney(listing.price, listing.currency)}
        <Rating label="shop" value={seller.rating} />
      </p>
      <div className="actions">
        {view === undefined ? null : (
          <Button label={`View: ${title}`} onPress={() => view(listing)}>
            View
          </Button>
        )}
        {add === undefined || !listing.in_stock ? null : (
          <AddButton add={add} announce={announce} listing={listing} onFailure={setFailure} />
        )}
      </div>
      {failure === undefined ? null : (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
    </article>
  )
}
