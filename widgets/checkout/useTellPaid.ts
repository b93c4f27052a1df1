import { useEffect, useRef } from "react"
import { useAnnounce } from "../kit/useAnnounce.ts"
import { useMoment } from "../kit/useMoment.ts"
import { useWidgetState } from "../kit/useWidgetState.ts"
import { useWords } from "../kit/useWords.ts"
import type { Shown } from "./read.ts"
import { words } from "./words.ts"

const FRESH_MS = 60_000

/**
 * Tells the conversation once that it is paid: when paying began here, or when it was seen to be under way. A card of
 * yesterday that finds its checkout paid meanwhile says nothing.
 */
export const useTellPaid = ({ done, session: { id, status } }: Shown, isPaying: boolean): void => {
  const t = useWords(words)
  const announce = useAnnounce()
  const { answer } = useMoment()
  const [kept, keep] = useWidgetState()
  const awaits = useRef(false)
  if (isPaying) awaits.current = true

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it turns out.
  useEffect(() => {
    const isFresh = answer.at === undefined || Math.abs(Date.now() - answer.at) < FRESH_MS
    if (status === "processing" && isFresh) awaits.current = true
    if (status !== "completed" || !awaits.current || kept.told === id) return
    awaits.current = false
    keep({ told: id })
    const [first] = done?.orders ?? []
    const text = first ? t("paidMessage", { checkout: id, order: first.id }) : t("settledMessage", { checkout: id })
    void announce(text, { session_id: id, ...(first && { order_id: first.id }) })
  }, [id, status])
}
