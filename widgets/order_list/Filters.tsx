import { Chip } from "../kit/Chip.tsx"
import { useWords } from "../kit/useWords.ts"
import { type Filter, filters } from "./question.ts"
import { words } from "./words.ts"

interface Props {
  readonly chosen: Filter
  readonly choose: (filter: Filter) => void
}

/** Narrows the orders to those that stand somewhere. */
export const Filters = ({ choose, chosen }: Props) => {
  const t = useWords(words)
  return (
    <ul aria-label={t("filters")} className="chips">
      {filters.map((filter) => (
        <li key={filter}>
          <Chip chosen={filter === chosen} onPress={() => (filter === chosen ? undefined : choose(filter))}>
            {t(filter)}
          </Chip>
        </li>
      ))}
    </ul>
  )
}
