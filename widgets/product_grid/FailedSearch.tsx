import { useState } from "react"
import { Notice } from "../kit/Notice.tsx"
import { useCallTool } from "../kit/useCallTool.ts"
import type { Json } from "../kit/wire.ts"
import { Results } from "./Results.tsx"
import { type SearchAnswer, searchAnswer } from "./SearchAnswer.ts"
import type { AddToCart } from "./useCart.ts"

interface Props {
  readonly message: string
  readonly input: Json
  readonly add: AddToCart | undefined
}

/** A search that failed can be asked again from here, when the host lets us. */
export const FailedSearch = ({ message, input, add }: Props) => {
  const call = useCallTool()
  const [answer, setAnswer] = useState<SearchAnswer>()
  const [reason, setReason] = useState(message)
  if (answer !== undefined) return <Results add={add} first={answer} input={input} />

  const retry =
    call &&
    (() =>
      call("search_listings", input).then(
        (content) => setAnswer(searchAnswer(content)),
        (error: Error) => setReason(error.message)
      ))
  return (
    <Notice action={retry && { label: "Try again", press: retry }} icon="warning" title="The search failed">
      {reason}
    </Notice>
  )
}
