import { useRef, useState } from "react"
import { useCallTool } from "../kit/useCallTool.ts"
import type { Json } from "../kit/wire.ts"
import { type SearchAnswer, searchAnswer } from "./SearchAnswer.ts"
import { categoryOf, inCategory, offsetOf } from "./searchArguments.ts"

interface Page {
  readonly args: Json
  readonly answer: SearchAnswer
  /** Where the next page starts. */
  readonly next: number
}

export interface Failure {
  readonly message: string
  readonly retry: () => void
}

const firstPage = (args: Json, answer: SearchAnswer): Page => ({
  args,
  answer,
  next: offsetOf(args) + answer.listings.length
})

/** Listings that moved down between two calls come twice; they are shown once. */
const joined = (page: Page, more: SearchAnswer): Page => {
  const known = new Set(page.answer.listings.map((listing) => listing.id))
  const fresh = more.listings.filter((listing) => !known.has(listing.id))
  return {
    args: page.args,
    answer: {
      ...page.answer,
      listings: [...page.answer.listings, ...fresh],
      has_more: more.has_more && more.listings.length > 0,
      total_count: more.total_count
    },
    next: page.next + more.listings.length
  }
}

/** The shown results and how to get others. Only the last question counts when answers overtake each other. */
export const useSearch = (first: SearchAnswer, input: Json) => {
  const call = useCallTool()
  const [page, setPage] = useState<Page>(() => firstPage(input, first))
  const [busy, setBusy] = useState<"category" | "more">()
  const [failure, setFailure] = useState<Failure>()
  const turn = useRef(0)

  const ask = async (what: "category" | "more", args: Json, become: (answer: SearchAnswer) => Page): Promise<void> => {
    const mine = ++turn.current
    setBusy(what)
    setFailure(undefined)
    try {
      const answer = searchAnswer(await call?.("search_listings", args))
      if (answer === undefined) throw new Error("The results could not be read. Please try again.")
      if (mine === turn.current) setPage(become(answer))
    } catch (error) {
      if (mine === turn.current) setFailure({ message: (error as Error).message, retry: () => ask(what, args, become) })
    }
    if (mine === turn.current) setBusy(undefined)
  }

  return {
    answer: page.answer,
    category: categoryOf(page.args),
    busy,
    failure,
    offered: call !== undefined,
    choose: (category: string | undefined) => {
      const args = inCategory(page.args, category)
      return ask("category", args, (answer) => firstPage(args, answer))
    },
    more: () => ask("more", { ...page.args, offset: page.next }, (answer) => joined(page, answer))
  }
}
