import { useEffect, useState } from "react"
import type { Theme } from "./hostWords.ts"
import { useMoment } from "./useMoment.ts"

const dark = () => matchMedia("(prefers-color-scheme: dark)")

/** What the host shows, or the system where the host does not say. For drawings; colours of the page follow by themselves. */
export const useTheme = (): Theme => {
  const said = useMoment().context.theme
  const [system, setSystem] = useState<Theme>(() => (dark().matches ? "dark" : "light"))
  useEffect(() => {
    const media = dark()
    const hear = () => setSystem(media.matches ? "dark" : "light")
    media.addEventListener("change", hear)
    return () => media.removeEventListener("change", hear)
  }, [])
  return said ?? system
}
