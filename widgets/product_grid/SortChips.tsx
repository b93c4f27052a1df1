import { Chip } from "../kit/Chip.tsx"
import { useWords } from "../kit/useWords.ts"
import type { Json } from "../kit/wire.ts"
import { sortedBy, sortOf, sortsFor } from "./searchArguments.ts"
import { words } from "./words.ts"

interface Props {
  readonly args: Json
  readonly ask: (args: Json) => void
}

/** In which order. One is always chosen. */
export const SortChips = ({ args, ask }: Props) => {
  const t = useWords(words)
  const chosen = sortOf(args)
  return (
    <div className="facet">
      <h3>{t("sort")}</h3>
      <ul aria-label={t("sort")} className="chips">
        {sortsFor(args).map((sort) => (
          <li key={sort}>
            <Chip chosen={sort === chosen} onPress={() => (sort === chosen ? undefined : ask(sortedBy(args, sort)))}>
              {t(sort)}
            </Chip>
          </li>
        ))}
      </ul>
    </div>
  )
}
