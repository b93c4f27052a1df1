import { useEffect, useState } from "react"

const until = (moment: string, ahead: number) =>
  Math.max(0, Math.ceil((Date.parse(moment) - Date.now() - ahead) / 1000))

/** Whole seconds until a moment (RFC 3339), never below zero, by a clock that is so many milliseconds ahead of ours. Draws again by the minute, and by the second at the end. */
export const useSecondsLeft = (moment: string, ahead: number): number => {
  const [, tick] = useState(0)
  const left = until(moment, ahead)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => tick((count) => count + 1), left > 120 ? 15_000 : 1_000)
    return () => clearTimeout(timer)
  })
  return left
}
