import { useEffect } from "react"
import type { Settings } from "./settings.ts"

/** The page is as light or dark as its cards. */
export const usePageTheme = ({ theme }: Settings) =>
  useEffect(() => {
    document.documentElement.style.colorScheme = theme
  }, [theme])
