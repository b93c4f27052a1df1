import { useEffect } from "react"
import type { World } from "./World.ts"

const EVERY_MS = 1_000

/** While things are made: begins anew when what is on this page was built anew. A server that starts again is waited for. */
export const useNewBuilds = ({ dev }: World, widget?: string) =>
  useEffect(() => {
    if (!dev) return
    let known: string | undefined
    const timer = setInterval(async () => {
      try {
        const { playground, widgets } = await (await fetch("/playground/version")).json()
        const now = `${playground} ${widget === undefined ? "" : widgets[widget]}`
        if (known !== undefined && known !== now) location.reload()
        known = now
      } catch {}
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [dev, widget])
