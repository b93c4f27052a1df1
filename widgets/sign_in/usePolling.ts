import { useEffect, useRef } from "react"

const STEP_MS = 3_000
const LONGEST_MS = 30_000

/** Asks again and again while the page is in sight; more seldom after each failure, at once when it comes back. */
export const usePolling = (ask: (() => Promise<boolean>) | undefined): void => {
  const latest = useRef(ask)
  latest.current = ask
  const can = ask !== undefined
  useEffect(() => {
    if (!can) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let pause = STEP_MS
    let ended = false
    const wait = () => {
      clearTimeout(timer)
      if (!ended && document.visibilityState === "visible") timer = setTimeout(turn, pause)
    }
    const turn = async () => {
      const well = (await latest.current?.()) ?? false
      pause = well ? STEP_MS : Math.min(pause * 2, LONGEST_MS)
      wait()
    }
    const back = () => {
      clearTimeout(timer)
      if (document.visibilityState === "visible") turn()
    }
    wait()
    document.addEventListener("visibilitychange", back)
    return () => {
      ended = true
      clearTimeout(timer)
      document.removeEventListener("visibilitychange", back)
    }
  }, [can])
}
