import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import type { Json } from "../kit/wire.ts"
import { Results } from "./Results.tsx"
import { read, type SearchAnswer } from "./read.ts"
import { useAdding } from "./useAdding.ts"
import { Waiting } from "./Waiting.tsx"
import { words } from "./words.ts"

/** What `search_listings` found, to look at, narrow down and put into the cart. */
export const ProductGrid = () => {
  const t = useWords(words)
  const add = useAdding()
  const view = useView<SearchAnswer>({
    decode: read,
    again: ({ input, kept, value }) => ({
      name: "search_listings",
      args: value === undefined ? ((kept.search as Json | undefined) ?? input) : input
    })
  })
  return (
    <Screen name="product-grid" places={<Waiting />} view={view} waiting={t("looking")}>
      {({ value }) => <Results add={add} given={value} />}
    </Screen>
  )
}
