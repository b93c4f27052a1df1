import { useRef, useState } from "react"
import { useCallTool } from "../kit/useCallTool.ts"
import { useOffered } from "../kit/useOffered.ts"
import type { Ready } from "../kit/useView.ts"
import { useWords } from "../kit/useWords.ts"
import type { Json } from "../kit/wire.ts"
import { type Filter, filtered, filterOf, further, joined } from "./question.ts"
import { type Answer, read } from "./read.ts"
import { words } from "./words.ts"

interface Failure {
  readonly message: string
  readonly retry: () => void
}

/** Other orders than those shown. Only the last question counts when answers overtake each other. */
export const useOrders = ({ become, value }: Ready<Answer>, question: Json, ask: (question: Json) => void) => {
  const t = useWords(words)
  const call = useCallTool()
  const offered = useOffered()("get_orders") && call !== undefined
  const [asking, setAsking] = useState<Filter | "more">()
  const [failure, setFailure] = useState<Failure>()
  const last = useRef(0)

  const get = async (what: Filter | "more", args: Json, use: (answer: Answer) => void): Promise<void> => {
    const mine = ++last.current
    setAsking(what)
    setFailure(undefined)
    try {
      const answer = read(await call!("get_orders", args))
      if (answer === undefined) throw new Error(t("somethingWrong"))
      if (mine === last.current) use(answer)
    } catch (error) {
      if (mine !== last.current) return
      setFailure({ message: (error as Error).message, retry: () => void get(what, args, use) })
    }
    if (mine === last.current) setAsking(undefined)
  }

  return {
    asking,
    failure,
    offered,
    filter: asking === undefined || asking === "more" ? filterOf(question) : asking,
    choose: (filter: Filter) => {
      const next = filtered(question, value, filter)
      return get(filter, next, (answer) => {
        ask(next)
        become(answer)
      })
    },
    more: () => get("more", further(question, value), (answer) => become(joined(value, answer)))
  }
}
