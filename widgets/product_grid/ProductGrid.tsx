import { useRef } from "react"
import { Screen } from "../kit/Screen.tsx"
import { useMoment } from "../kit/useMoment.ts"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import type { Json } from "../kit/wire.ts"
import { Results } from "./Results.tsx"
import { read, type SearchAnswer } from "./read.ts"
import { useAdding } from "./useAdding.ts"
import type { Asked } from "./useSearch.ts"
import { Waiting } from "./Waiting.tsx"
import { words } from "./words.ts"

/** What `search_listings` found, to look at, narrow down and put into the cart. */
export const ProductGrid = () => {
  const t = useWords(words)
  const add = useAdding()
  const { result, turn } = useMoment()
  const asked = useRef<Asked>(undefined)
  const view = useView<SearchAnswer>({
    decode: read,
    again: ({ input, kept }) => {
      const start = result === undefined ? ((kept.search as Json | undefined) ?? input) : input
      return { name: "search_listings", args: asked.current?.turn === turn ? asked.current.again : start }
    }
  })
  return (
    <Screen name="product-grid" places={<Waiting />} view={view} waiting={t("looking")}>
      {(ready) => <Results add={add} asked={asked} ready={ready} />}
    </Screen>
  )
}
