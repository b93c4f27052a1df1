import { Outline } from "../kit/Outline.tsx"
import { useWords } from "../kit/useWords.ts"
import { paths } from "./paths.ts"
import { words } from "./words.ts"

interface Props {
  readonly layout: "cards" | "list"
  readonly choose: (layout: "cards" | "list") => void
}

/** Pictures first, or one below the other. */
export const Layouts = ({ choose, layout }: Props) => {
  const t = useWords(words)
  const button = (which: "cards" | "list") => (
    <button
      aria-label={t(which)}
      aria-pressed={layout === which}
      className="layout"
      onClick={() => choose(which)}
      type="button"
    >
      <Outline path={paths[which === "cards" ? "grid" : "list"]} />
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a legend in sight.
    <span aria-label={t("display")} className="layouts" role="group">
      {button("cards")}
      {button("list")}
    </span>
  )
}
