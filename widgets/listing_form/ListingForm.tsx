import { Screen } from "../kit/Screen.tsx"
import { useView } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import { Editor } from "./Editor.tsx"
import { listingFormAnswer } from "./read.ts"
import { words } from "./words.ts"

/** A maker describes a piece step by step, sees it as buyers will, and publishes it. */
export const ListingForm = () => {
  const t = useWords(words)
  const view = useView({
    decode: listingFormAnswer,
    again: ({ input, kept, value }) => {
      const id = value?.form.listing.id ?? kept.listing_id
      return { name: "open_listing_form", args: id === undefined || id === null ? input : { listing_id: id } }
    },
    keeps: ({ form }) => ({ listing_id: form.listing.id ?? null })
  })
  return (
    <Screen name="listing-form" view={view} waiting={t("waiting")}>
      {({ value }) => <Editor form={value.form} />}
    </Screen>
  )
}
