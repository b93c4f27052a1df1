import { type RefObject, useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Notice } from "../kit/Notice.tsx"
import { Spoken } from "../kit/Spoken.tsx"
import { Trouble } from "../kit/Trouble.tsx"
import { useLocale } from "../kit/useLocale.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import type { Ready } from "../kit/useView.ts"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { useWords } from "../kit/useWords.ts"
import { Card } from "./Card.tsx"
import { Filters } from "./Filters.tsx"
import type { ListingCard, SearchAnswer } from "./read.ts"
import { Summary } from "./Summary.tsx"
import type { Add } from "./useAdding.ts"
import { useFocusOnArrivals } from "./useFocusOnArrivals.ts"
import { type Asked, useSearch } from "./useSearch.ts"
import { viewMessage } from "./viewMessage.ts"
import { words } from "./words.ts"

interface Props {
  readonly ready: Ready<SearchAnswer>
  readonly asked: RefObject<Asked | undefined>
  readonly add: Add | undefined
}

export const Results = ({ add, asked, ready }: Props) => {
  const t = useWords(words)
  const { tag } = useLocale()
  const search = useSearch(ready, asked)
  const send = useSendMessage()
  const [kept, keep] = useWidgetState()
  const [said, announce] = useState("")
  const list = useRef<HTMLUListElement>(null)
  const { answer, busy, failure } = search
  const expectArrivals = useFocusOnArrivals(list, answer.listings.length)
  const layout = kept.layout === "list" ? "list" : "cards"

  const view =
    send &&
    (async (listing: ListingCard) => {
      if (!(await send(viewMessage(listing, t, tag)))) announce(t("notTaken"))
    })

  const more = () => {
    expectArrivals()
    search.more()
  }

  return (
    <>
      <Summary answer={answer} choose={(next) => keep({ layout: next })} layout={layout} />
      <Spoken>{said}</Spoken>
      {search.offered ? <Filters search={search} /> : null}
      {answer.listings.length === 0 ? (
        <Notice icon="search" title={t("nothing")}>
          {answer.suggestion ?? t("nothingHint")}
        </Notice>
      ) : (
        <ul className={`grid ${layout}`} data-busy={busy === "narrow" || undefined} ref={list}>
          {answer.listings.map((listing) => (
            <li key={listing.id}>
              <Card add={add} announce={announce} listing={listing} view={view} />
            </li>
          ))}
        </ul>
      )}
      <Trouble message={failure?.message} retry={failure && { label: t("retry"), press: failure.retry }} />
      {answer.has_more && search.offered && failure === undefined ? (
        <div className="more">
          <Button busy={busy === "more"} onPress={more}>
            {t(busy === "more" ? "loading" : "more")}
          </Button>
        </div>
      ) : null}
    </>
  )
}
