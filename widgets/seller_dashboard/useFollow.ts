import { type RefObject, useEffect, useState } from "react"

/**
 * When a pressed button is gone: the keyboard stays with the order it was of, or goes to the head of the list that the
 * order has left.
 */
export const useFollow = (section: RefObject<HTMLElement | null>): ((order: string) => void) => {
  const [moved, setMoved] = useState<string>()
  useEffect(() => {
    if (moved === undefined) return
    const places = [...(section.current?.querySelectorAll<HTMLElement>("[data-order]") ?? [])]
    const place = places.find((each) => each.dataset.order === moved) ?? section.current?.querySelector("h3")
    place?.focus()
    setMoved(undefined)
  }, [moved, section])
  return setMoved
}
