import { useEffect, useState } from "react"

/** From here on seconds are shown; before, quarters of a minute are close enough. */
const BY_SECONDS = 15 * 60

const until = (moment: string, ahead: number) =>
  Math.max(0, Math.ceil((Date.parse(moment) - Date.now() - ahead) / 1000)) || 0

/** Whole seconds until a moment (RFC 3339), never below zero, by a clock that is so many milliseconds ahead of ours. */
export const useSecondsLeft = (moment: string, ahead = 0): number => {
  const [, tick] = useState(0)
  const left = until(moment, ahead)
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => tick((count) => count + 1), left > BY_SECONDS ? 15_000 : 1_000)
    return () => clearTimeout(timer)
  })
  return left
}
