import { useRef, useState } from "react"
import { Button } from "../kit/Button.tsx"
import { Notice } from "../kit/Notice.tsx"
import { useSendMessage } from "../kit/useSendMessage.ts"
import type { Json } from "../kit/wire.ts"
import { Card } from "./Card.tsx"
import { CategoryChips } from "./CategoryChips.tsx"
import type { SearchAnswer } from "./SearchAnswer.ts"
import { Summary } from "./Summary.tsx"
import type { AddToCart } from "./useCart.ts"
import { useFocusOnArrivals } from "./useFocusOnArrivals.ts"
import { useSearch } from "./useSearch.ts"
import { viewMessage } from "./viewMessage.ts"

interface Props {
  readonly first: SearchAnswer
  readonly input: Json
  readonly add: AddToCart | undefined
}

export const Results = ({ first, input, add }: Props) => {
  const search = useSearch(first, input)
  const send = useSendMessage()
  const [said, announce] = useState("")
  const list = useRef<HTMLUListElement>(null)
  const { answer, busy, failure } = search
  const expectArrivals = useFocusOnArrivals(list, answer.listings.length)

  const view =
    send &&
    (async (listing: Parameters<typeof viewMessage>[0]) => {
      if (!(await send(viewMessage(listing))))
        announce("The assistant did not take the message. Ask for the piece by name.")
    })

  const more = () => {
    expectArrivals()
    search.more()
  }

  return (
    <main aria-busy={busy !== undefined} className="product-grid">
      <Summary answer={answer} />
      <p className="heard-only" role="status">
        {said}
      </p>
      {search.offered ? <CategoryChips answer={answer} category={search.category} choose={search.choose} /> : null}
      {answer.listings.length === 0 ? (
        <Notice icon="search" title="Nothing found">
          {answer.suggestion ?? "Try fewer words, another category or a wider price range."}
        </Notice>
      ) : (
        <ul className="grid" data-busy={busy === "category" || undefined} ref={list}>
          {answer.listings.map((listing) => (
            <li key={listing.id}>
              <Card add={add} announce={announce} listing={listing} view={view} />
            </li>
          ))}
        </ul>
      )}
      {failure === undefined ? null : (
        <div className="failure-row">
          <p className="failure" role="alert">
            {failure.message}
          </p>
          <Button onPress={failure.retry}>Try again</Button>
        </div>
      )}
      {answer.has_more && search.offered && failure === undefined ? (
        <div className="more">
          <Button busy={busy === "more"} onPress={more}>
            {busy === "more" ? "Loading…" : "More"}
          </Button>
        </div>
      ) : null}
    </main>
  )
}
