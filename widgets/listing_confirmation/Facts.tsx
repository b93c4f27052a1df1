import { Badge } from "../kit/Badge.tsx"
import { Money } from "../kit/Money.tsx"
import { Photo } from "../kit/Photo.tsx"
import { useWords } from "../kit/useWords.ts"
import type { MyListing } from "./read.ts"
import { words } from "./words.ts"

const tones = { active: "good", pending_review: "warning", draft: "plain", sold: "plain", deleted: "bad" } as const

/** What the listing is, and where it stands in words. */
export const Facts = ({ listing }: { readonly listing: MyListing }) => {
  const t = useWords(words)
  const { currency, images, price, review_note, status, stock, title } = listing
  return (
    <>
      <div className="listing-facts">
        <Photo alt={title} src={images[0]} />
        <div className="about">
          <h2>{title}</h2>
          <p className="price">
            <Money currency={currency} value={price} />
          </p>
          <p className="soft">{stock === 0 ? t("soldOut") : t("inStock", { count: stock })}</p>
          <p>
            <Badge tone={tones[status]}>{t(status)}</Badge>
          </p>
          <p className="soft">{t(`${status}Means`)}</p>
        </div>
      </div>
      {review_note === null ? null : (
        <blockquote className="note">
          <h3>{t("note")}</h3>
          <p>{review_note}</p>
        </blockquote>
      )}
    </>
  )
}
