import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import { afterEach, expect, test } from "vitest"
import { SessionContext } from "../../widgets/kit/SessionContext.ts"
import type { Session } from "../../widgets/kit/session.ts"
import { useTheme } from "../../widgets/kit/useTheme.ts"

const its = globalThis as { matchMedia?: unknown }
afterEach(() => {
  delete its.matchMedia
})

const drawn = (theme: "light" | "dark" | undefined, systemIsDark: boolean) => {
  its.matchMedia = () => ({ matches: systemIsDark })
  const moment = { context: { ...(theme && { theme }) } }
  const session = { now: () => moment, subscribe: () => () => true } as unknown as Session
  const Theme = () => useTheme()
  return renderToStaticMarkup(
    createElement(SessionContext, {
      value: session,
      // biome-ignore lint/correctness/noChildrenProp: without JSX there is no other place.
      children: createElement(Theme)
    })
  )
}

test("a drawing follows the host's theme, and the system's where the host says none", () => {
  expect([drawn("light", true), drawn("dark", false)]).toEqual(["light", "dark"])
  expect([drawn(undefined, true), drawn(undefined, false)]).toEqual(["dark", "light"])
})
