import { type RefObject, useEffect, useRef, useState } from "react"
import { Refused } from "../kit/Refused.ts"
import { useCallTool } from "../kit/useCallTool.ts"
import { useLocale } from "../kit/useLocale.ts"
import { useMoment } from "../kit/useMoment.ts"
import { useOffered } from "../kit/useOffered.ts"
import type { Ready } from "../kit/useView.ts"
import { useWidgetState } from "../kit/useWidgetState.ts"
import type { Json } from "../kit/wire.ts"
import { common } from "../kit/words.ts"
import { read, type SearchAnswer } from "./read.ts"
import { offsetOf } from "./searchArguments.ts"

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

export interface Search {
  readonly answer: SearchAnswer
  /** What was asked last, also before it is answered. */
  readonly args: Json
  readonly busy: "narrow" | "more" | undefined
  readonly failure: Failure | undefined
  readonly offered: boolean
  readonly ask: (args: Json) => void
  readonly more: () => void
}

/** As many as a search answers at once. */
const MOST = 50

const firstPage = (args: Json, answer: SearchAnswer): Page => ({
  args,
  answer,
  next: offsetOf(args) + answer.listings.length
})

/** The question that shows again what is shown, and the answer of the host that it belongs to. */
export interface Asked {
  readonly turn: number
  readonly again: Json
}

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

/** Arguments as a text; the order in which they were said means nothing. */
const textOf = (args: unknown) => JSON.stringify(Object.entries((args ?? {}) as Json).sort())

/**
 * The shown results and how to get others. Only the last question counts when answers overtake each other. What was
 * asked here is kept with the host and asked again when the widget comes back; `asked` says what to ask after idle.
 */
export const useSearch = (ready: Ready<SearchAnswer>, asked: RefObject<Asked | undefined>): Search => {
  const call = useCallTool()
  const offered = useOffered()("search_listings")
  const { locale } = useLocale()
  const { input, result } = useMoment()
  const [kept, keep] = useWidgetState()
  const lost = result === undefined
  const start = lost ? ((kept.search as Json | undefined) ?? input) : input
  const [own, setOwn] = useState<Page>()
  const [asking, setAsking] = useState<Json>()
  const [busy, setBusy] = useState<Search["busy"]>()
  const [failure, setFailure] = useState<Failure>()
  const turn = useRef(0)
  // What was read again after idle is not the answer that is held here: it answers the same question.
  const page = own?.answer === ready.value ? own : firstPage(own?.args ?? start, ready.value)

  const run = async (what: "narrow" | "more", args: Json, become: (answer: SearchAnswer) => Page): Promise<void> => {
    const mine = ++turn.current
    setBusy(what)
    setFailure(undefined)
    setAsking(what === "narrow" ? args : undefined)
    try {
      const answer = read(await call?.("search_listings", args))
      if (answer === undefined) throw new Refused(common[locale].somethingWrong)
      if (mine !== turn.current) return
      const next = become(answer)
      setOwn(next)
      ready.become(next.answer)
      const limit = Math.min(MOST, next.answer.listings.length)
      asked.current = { turn: ready.turn, again: what === "more" ? { ...next.args, limit } : next.args }
      keep({ search: next.args, searched: textOf(input) })
    } catch (error) {
      if (mine === turn.current) setFailure({ message: (error as Error).message, retry: () => run(what, args, become) })
    }
    if (mine !== turn.current) return
    setAsking(undefined)
    setBusy(undefined)
  }
  const ask = (args: Json) => void run("narrow", args, (answer) => firstPage(args, answer))

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for what was kept before.
  useEffect(() => {
    const narrowed = kept.search as Json | undefined
    if (lost || !offered || narrowed === undefined || kept.searched !== textOf(input)) return
    if (textOf(narrowed) !== textOf(input)) ask(narrowed)
  }, [])

  return {
    answer: page.answer,
    args: asking ?? page.args,
    busy,
    failure,
    offered,
    ask,
    more: () => void run("more", { ...page.args, offset: page.next }, (answer) => joined(page, answer))
  }
}
