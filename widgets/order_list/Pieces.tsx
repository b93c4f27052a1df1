import { Photo } from "../kit/Photo.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Summary } from "./read.ts"
import { words } from "./words.ts"

const shownAtMost = 3

/** The first of what was bought, as pictures and by name, and how many more there are. */
export const Pieces = ({ items }: Pick<Summary, "items">) => {
  const t = useWords(words)
  const shown = items.slice(0, shownAtMost)
  const more = items.length - shown.length
  return (
    <div className="pieces">
      <div className="photos">
        {shown.map(({ image, listing_id, variant }) => (
          <Photo alt="" key={`${listing_id} ${variant}`} size="small" src={image} />
        ))}
      </div>
      <ul className="titles">
        {shown.map(({ listing_id, quantity, title, variant }) => (
          <li key={`${listing_id} ${variant}`}>
            <bdi>{title}</bdi>
            {variant ? <bdi className="soft"> · {variant}</bdi> : null}
            {quantity > 1 ? <span className="soft"> × {t("number", { n: quantity })}</span> : null}
          </li>
        ))}
        {more > 0 ? <li className="soft">{t("others", { n: more })}</li> : null}
      </ul>
    </div>
  )
}
