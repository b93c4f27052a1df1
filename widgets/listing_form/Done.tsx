import { useEffect, useRef } from "react"
import { Button } from "../kit/Button.tsx"
import { Icon } from "../kit/Icon.tsx"
import { LinkOut } from "../kit/LinkOut.tsx"
import { Spoken } from "../kit/Spoken.tsx"
import { useWords } from "../kit/useWords.ts"
import { Facts } from "../listing_confirmation/Facts.tsx"
import type { MyListing } from "../listing_confirmation/read.ts"
import { words } from "../listing_confirmation/words.ts"

interface Props {
  readonly listing: MyListing
  readonly onAgain: () => void
}

/** It is there: what it is now, and what can be done next. */
export const Done = ({ listing, onAgain }: Props) => {
  const t = useWords(words)
  const place = useRef<HTMLParagraphElement>(null)
  useEffect(() => place.current?.focus(), [])
  const { status, url } = listing
  const now = t("now", { status: t(status) })
  return (
    <>
      <Spoken>{now}</Spoken>
      <p className="saved" ref={place} tabIndex={-1}>
        <Icon name="check" />
        {now}
      </p>
      <Facts listing={listing} />
      <div className="row">
        <Button onPress={onAgain}>{t("edit")}</Button>
        {status === "active" || status === "sold" ? <LinkOut href={url}>{t("page")}</LinkOut> : null}
      </div>
    </>
  )
}
