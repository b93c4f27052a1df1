import { useState } from "react"
import { type Choice, categoryChoices } from "./categoryChoices.ts"
import type { SearchAnswer } from "./SearchAnswer.ts"

const SHOWN_AT_FIRST = 4

interface Props {
  readonly answer: SearchAnswer
  readonly category: string | undefined
  readonly choose: (category: string | undefined) => void
}

/** Narrows the results to one category. Pressing the chosen one, or All, widens them again. */
export const CategoryChips = ({ answer, category, choose }: Props) => {
  const [all, setAll] = useState(false)
  const { chosen, choices } = categoryChoices(answer, category)
  if (chosen === undefined && choices.length < 2) return null
  const early = choices.filter((choice, index) => index < SHOWN_AT_FIRST || choice === chosen)
  const shown = all ? choices : early
  const hidden = choices.length - early.length

  const chip = (choice: Choice) => (
    <li key={choice.slug}>
      <button
        aria-pressed={choice === chosen}
        className="chip"
        onClick={() => choose(choice === chosen ? undefined : choice.slug)}
        type="button"
      >
        {choice.name}
        {choice.count === undefined ? null : <span className="count">{choice.count}</span>}
      </button>
    </li>
  )

  return (
    <ul aria-label="Categories" className="chips">
      <li key="">
        <button
          aria-pressed={chosen === undefined}
          className="chip"
          onClick={() => (chosen === undefined ? undefined : choose(undefined))}
          type="button"
        >
          All
        </button>
      </li>
      {shown.map(chip)}
      {hidden > 0 ? (
        <li key="more categories">
          <button aria-expanded={all} className="chip" onClick={() => setAll(!all)} type="button">
            {all ? "Fewer categories" : `${hidden} more`}
          </button>
        </li>
      ) : null}
    </ul>
  )
}
