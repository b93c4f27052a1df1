import { Larger } from "../kit/Larger.tsx"
import { useWords } from "../kit/useWords.ts"
import { Layouts } from "./Layouts.tsx"
import type { SearchAnswer } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly answer: SearchAnswer
  readonly layout: "cards" | "list"
  readonly choose: (layout: "cards" | "list") => void
}

/** How much there is. A live region: it speaks up when the results change. */
export const Summary = ({ answer: { listings, suggestion, total_count }, choose, layout }: Props) => {
  const t = useWords(words)
  const shown = listings.length
  return (
    <header className="summary">
      <div className="found">
        <h2>{t("title")}</h2>
        <p className="soft" role="status">
          {shown < total_count ? t("someOf", { shown, count: total_count }) : t("found", { count: shown })}
        </p>
      </div>
      {shown > 0 ? (
        <div className="row">
          <Larger />
          <Layouts choose={choose} layout={layout} />
        </div>
      ) : null}
      {shown > 0 && suggestion !== undefined ? <p className="soft suggestion">{suggestion}</p> : null}
    </header>
  )
}
