import { useEffect, useState } from "react"

/** What a timer can wait for; what lies farther ahead is looked at again then. */
const longest = 2 ** 31 - 1

/** Whether a moment is still ahead; false from the moment itself. */
export const useStill = (until: string | null): boolean => {
  const left = () => (until === null ? 0 : Date.parse(until) - Date.now())
  const [, look] = useState(0)
  const ahead = left() > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is left is measured anew.
  useEffect(() => {
    if (!ahead) return
    const timer = setTimeout(() => look((turn) => turn + 1), Math.min(left(), longest))
    return () => clearTimeout(timer)
  }, [until, ahead])
  return ahead
}
