import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Piece } from "./Piece.tsx"
import { type Listing, read } from "./read.ts"
import { Waiting } from "./Waiting.tsx"
import { words } from "./words.ts"

/** What `get_listing` answered: one piece to look at closely, and to buy. */
export const ProductDetail = () => {
  const t = useWords(words)
  const view = useView<Listing>({
    decode: read,
    again: ({ input, kept, value }) => {
      const id = value?.id ?? input.listing_id ?? kept.listing_id
      return typeof id === "string" ? { name: "get_listing", args: { listing_id: id } } : undefined
    },
    keeps: ({ id }) => ({ listing_id: id })
  })
  return (
    <Screen name="product-detail" places={<Waiting />} view={view} waiting={t("opening")}>
      {({ refresh, value }) => <Piece listing={value} refresh={refresh} />}
    </Screen>
  )
}
