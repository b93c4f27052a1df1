import { useEffect, useRef, useState } from "react"
import { Spoken } from "../kit/Spoken.tsx"
import { useWords } from "../kit/useWords.ts"
import { Acts } from "./Acts.tsx"
import { Facts } from "./Facts.tsx"
import type { MyListing } from "./read.ts"
import { words } from "./words.ts"

interface Props {
  readonly listing: MyListing
  readonly become: (written: { readonly listing: MyListing }) => void
}

export const Confirmed = ({ become, listing }: Props) => {
  const t = useWords(words)
  const [said, say] = useState("")
  const facts = useRef<HTMLDivElement>(null)

  // The pressed button is another one now, or gone.
  useEffect(() => (said === "" ? undefined : facts.current?.focus()), [said])

  return (
    <>
      <Spoken>{said}</Spoken>
      <div className="facts" ref={facts} tabIndex={-1}>
        <Facts listing={listing} />
      </div>
      <Acts
        listing={listing}
        onSaved={(written) => {
          become(written)
          say(t("now", { status: t(written.listing.status) }))
        }}
      />
    </>
  )
}
