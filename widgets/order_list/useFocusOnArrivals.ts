import { type RefObject, useLayoutEffect, useRef } from "react"

/** After "More", the keyboard goes on at the first order that came, not at a button that moved away. */
export const useFocusOnArrivals = (list: RefObject<HTMLElement | null>, count: number) => {
  const from = useRef<number>(undefined)
  useLayoutEffect(() => {
    const start = from.current
    if (start === undefined || count <= start) return
    from.current = undefined
    list.current?.querySelectorAll<HTMLElement>("article")[start]?.focus({ preventScroll: true })
  }, [list, count])
  return () => {
    from.current = count
  }
}
