import { LinkOut } from "../kit/LinkOut.tsx"
import { useWords } from "../kit/useWords.ts"
import { Buy } from "./Buy.tsx"
import { Delivery } from "./Delivery.tsx"
import { Facts } from "./Facts.tsx"
import { Gallery } from "./Gallery.tsx"
import { Heading } from "./Heading.tsx"
import { paragraphs } from "./measures.ts"
import { Reviews } from "./Reviews.tsx"
import type { Listing } from "./read.ts"
import { useChoice } from "./useChoice.ts"
import { words } from "./words.ts"

interface Props {
  readonly listing: Listing
  readonly refresh: (() => void) | undefined
}

/** One piece: what it looks like and costs, and what there is to know before it is bought. */
export const Piece = ({ listing, refresh }: Props) => {
  const t = useWords(words)
  const choice = useChoice(listing)
  return (
    <article className="piece">
      <div className="top">
        <Gallery images={listing.images} title={listing.title} />
        <div className="panel">
          <Heading listing={listing} price={choice.offer.price} />
          <Buy choice={choice} listing={listing} refresh={refresh} />
        </div>
      </div>
      <div className="about">
        <div className="told">
          {paragraphs(listing.description).map((paragraph) => (
            <p dir="auto" key={paragraph}>
              {paragraph}
            </p>
          ))}
          <Facts listing={listing} />
        </div>
        <Delivery listing={listing} />
      </div>
      <Reviews summary={listing.reviews_summary} />
      <LinkOut href={listing.url}>{t("page")}</LinkOut>
    </article>
  )
}
