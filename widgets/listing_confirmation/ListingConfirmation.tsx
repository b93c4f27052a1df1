import { useRef } from "react"
import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Confirmed } from "./Confirmed.tsx"
import { listingWritten } from "./read.ts"
import { words } from "./words.ts"

/** A listing as it was saved, what that means, and what its maker can do with it. */
export const ListingConfirmation = () => {
  const t = useWords(words)
  const noted = useRef<{ readonly status: string; readonly note: string | null }>(undefined)
  const view = useView({
    decode: listingWritten,
    again: ({ input, kept, value }) => {
      const id = value?.listing.id ?? kept.listing_id ?? input.listing_id
      return typeof id === "string" ? { name: "get_listing", args: { listing_id: id } } : undefined
    },
    keeps: ({ listing }) => ({ listing_id: listing.id })
  })
  // Read again, it comes without the reviewer's note, which stands as long as the listing stands where it stood.
  const shown = view.state === "ready" ? view.value.listing : undefined
  if (shown?.review_note != null) noted.current = { status: shown.status, note: shown.review_note }
  const note = noted.current?.status === shown?.status ? (noted.current?.note ?? null) : null
  return (
    <Screen name="listing-confirmation" view={view} waiting={t("waiting")}>
      {({ become, value }) => <Confirmed become={become} listing={{ ...value.listing, review_note: note }} />}
    </Screen>
  )
}
