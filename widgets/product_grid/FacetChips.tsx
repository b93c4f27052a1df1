import { useState } from "react"
import { Chip } from "../kit/Chip.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Choice, Choices } from "./choices.ts"
import { words } from "./words.ts"

const atFirst = 4

interface Props<A> {
  readonly label: string
  readonly choices: Choices<A>
  readonly name: (value: A) => string
  readonly choose: (value: A | undefined) => void
  /** Also shown while the others are folded away, where there is room; its label goes away with them. */
  readonly roomy?: boolean
}

/** One way to narrow the results. Pressing the chosen one, or All, widens them again. */
export const FacetChips = <A,>({ choices: { all, chosen }, choose, label, name, roomy = false }: Props<A>) => {
  const t = useWords(words)
  const [unfolded, setUnfolded] = useState(false)
  if (chosen === undefined && all.length < 2) return null
  const few = all.length <= atFirst + 1
  const early = all.filter((choice, index) => few || index < atFirst || choice === chosen)
  const shown = unfolded ? all : early
  const hidden = all.length - early.length

  const chip = (choice: Choice<A>) => (
    <li key={choice.key}>
      <Chip chosen={choice === chosen} onPress={() => choose(choice === chosen ? undefined : choice.value)}>
        <bdi>{name(choice.value)}</bdi>
        {choice.count === undefined ? null : <span className="count">{t("number", { count: choice.count })}</span>}
      </Chip>
    </li>
  )

  return (
    <div className={roomy ? "facet roomy" : "facet"}>
      <h3>{label}</h3>
      <ul aria-label={label} className="chips">
        <li key="">
          <Chip chosen={chosen === undefined} onPress={() => (chosen === undefined ? undefined : choose(undefined))}>
            {t("all")}
          </Chip>
        </li>
        {shown.map(chip)}
        {hidden > 0 ? (
          <li key="more of them">
            <button aria-expanded={unfolded} className="chip" onClick={() => setUnfolded(!unfolded)} type="button">
              {unfolded ? t("fewer") : t("moreOf", { count: hidden })}
            </button>
          </li>
        ) : null}
      </ul>
    </div>
  )
}
