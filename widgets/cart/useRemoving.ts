import { useState } from "react"
import { nameOf, put } from "./lines.ts"
import type { Line } from "./read.ts"
import type { Quantities } from "./useQuantities.ts"

export interface Removing {
  readonly removed: Line | undefined
  /** The name of the line that was put back last. */
  readonly returned: string | undefined
  readonly remove: (line: Line) => void
  readonly undo: () => void
  readonly busy: boolean
}

/** What was taken out last can be put back. */
export const useRemoving = ({ busy, set }: Quantities): Removing => {
  const [removed, setRemoved] = useState<Line>()
  const [returned, setReturned] = useState<string>()
  return {
    removed,
    returned,
    busy,
    remove: async (line) => {
      setReturned(undefined)
      if (await set([put(line, 0)])) setRemoved(line)
    },
    undo: async () => {
      if (removed === undefined || !(await set([put(removed, removed.quantity)]))) return
      setRemoved(undefined)
      setReturned(nameOf(removed))
    }
  }
}
