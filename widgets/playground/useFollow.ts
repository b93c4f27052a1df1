import { useEffect, useRef } from "react"

const GAP = 8

/**
 * Keeps what was said last at the top, while the answers to it grow below; until somebody scrolls. `turn` is the last
 * thing that was said.
 */
export const useFollow = (turn: number | undefined) => {
  const scroll = useRef<HTMLDivElement>(null)
  const free = useRef(false)

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is said anew is followed anew
  useEffect(() => {
    free.current = false
    const frame = scroll.current
    const content = frame?.firstElementChild
    if (!frame || !content) return
    const follow = () => {
      const last = [...content.querySelectorAll(".person")].at(-1)
      if (free.current || last === undefined) return
      frame.scrollTop += last.getBoundingClientRect().top - frame.getBoundingClientRect().top - GAP
    }
    const observer = new ResizeObserver(follow)
    observer.observe(content)
    return () => observer.disconnect()
  }, [turn])

  const leave = () => {
    free.current = true
  }
  return { scroll, leaves: { onWheel: leave, onTouchMove: leave, onKeyDown: leave } }
}
