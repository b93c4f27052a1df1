import { useEffect, useState } from "react"

/** How many seconds a moment is away, counted down to 0. */
export const useSecondsLeft = (until: string): number => {
  const seconds = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000)) || 0
  const [, draw] = useState(0)
  const left = seconds()
  const running = left > 0
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => draw((count) => count + 1), 1000)
    return () => clearInterval(timer)
  }, [running])
  return left
}
