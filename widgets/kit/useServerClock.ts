import { useRef } from "react"
import { useMoment } from "./useMoment.ts"

/**
 * By how many milliseconds the server's clock is ahead of ours. What was read from here tells it; of the first answer,
 * which may have been kept for long, only one from the future does.
 */
export const useServerClock = (): number => {
  const { answer } = useMoment()
  const heard = useRef<{ readonly answer: unknown; readonly ahead: number }>(undefined)
  if (heard.current?.answer !== answer) {
    const by = answer.at === undefined ? 0 : answer.at - Date.now()
    heard.current = { answer, ahead: heard.current === undefined ? Math.max(0, by) : by }
  }
  return heard.current.ahead
}
