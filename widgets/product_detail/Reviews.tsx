import { useState } from "react"
import { formatDate } from "../kit/formatDate.ts"
import { Rating } from "../kit/Rating.tsx"
import { TextButton } from "../kit/TextButton.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useWords } from "../kit/useWords.ts"
import type { Listing } from "./read.ts"
import { words } from "./words.ts"

const atFirst = 3

/** What buyers thought of this piece. */
export const Reviews = ({ summary }: { readonly summary: Listing["reviews_summary"] }) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const [all, setAll] = useState(false)
  const { average_rating, recent_reviews, total_reviews } = summary
  const shown = all ? recent_reviews : recent_reviews.slice(0, atFirst)
  return (
    <section className="reviews">
      <h2 className="row">
        {t("reviews")}
        <Rating count={total_reviews} label={t("pieceRating")} value={average_rating} />
      </h2>
      {total_reviews === 0 ? <p className="soft">{t("noReviews")}</p> : null}
      <ul>
        {shown.map(({ comment, date, rating, reviewer_name }) => (
          <li key={`${reviewer_name} ${date}`}>
            <p className="row soft">
              <Rating label={t("reviewRating")} value={rating} />
              <bdi>{reviewer_name}</bdi>
              <time dateTime={date}>{formatDate(date, tag)}</time>
            </p>
            <p dir="auto">{comment}</p>
          </li>
        ))}
      </ul>
      {recent_reviews.length > atFirst ? (
        <TextButton onPress={() => setAll(!all)}>{t(all ? "fewerReviews" : "moreReviews")}</TextButton>
      ) : null}
    </section>
  )
}
