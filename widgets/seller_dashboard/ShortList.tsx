import { type ReactNode, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { useWords } from "../kit/useWords.ts"
import { words } from "./words.ts"

interface Props<A> {
  readonly items: ReadonlyArray<A>
  readonly first: number
  /** What is listed, for whoever hears the button. */
  readonly label: string
  readonly children: (item: A) => ReactNode
}

/** The first few, and the rest when asked for. */
export const ShortList = <A,>({ children, first, items, label }: Props<A>) => {
  const t = useWords(words)
  const [all, setAll] = useState(false)
  const hidden = items.length - first
  const word = all ? t("fewer") : t("showAll", { count: items.length })
  return (
    <>
      <ul className="rows">{(all ? items : items.slice(0, first)).map(children)}</ul>
      {hidden > 0 ? (
        <div>
          <Button label={`${word}: ${label}`} onPress={() => setAll(!all)}>
            {word}
          </Button>
        </div>
      ) : null}
    </>
  )
}
