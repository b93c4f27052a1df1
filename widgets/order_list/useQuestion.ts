import { useState } from "react"
import { useMoment } from "../kit/useMoment.ts"
import type { Json } from "../kit/wire.ts"

/** What was asked for what is shown: by the conversation, or since then from here. */
export const useQuestion = (): readonly [question: Json, ask: (question: Json) => void] => {
  const { input, turn } = useMoment()
  const [asked, setAsked] = useState<{ readonly turn: number; readonly question: Json }>()
  return [asked?.turn === turn ? asked.question : input, (question) => setAsked({ turn, question })]
}
