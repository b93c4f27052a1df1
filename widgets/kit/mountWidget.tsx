import type { ReactNode } from "react"
import { createRoot } from "react-dom/client"
import { ErrorBoundary } from "./ErrorBoundary.tsx"
import { directionOf, localeOf } from "./locale.ts"
import { reportSize } from "./reportSize.ts"
import { SessionContext } from "./SessionContext.ts"
import { createSession } from "./session.ts"
import { applyTheme } from "./theme.ts"

/** Draws a widget into `#root` and joins it to the host it stands in. */
export const mountWidget = (name: string, view: ReactNode): void => {
  const root = document.getElementById("root")!
  const session = createSession(name, "1.0.0")
  const dress = () => {
    const { context } = session.now()
    const locale = localeOf(context.locale)
    applyTheme(document, context)
    document.documentElement.lang = locale
    document.documentElement.dir = directionOf(locale)
  }
  session.subscribe(dress)
  createRoot(root).render(
    <ErrorBoundary>
      <SessionContext value={session}>{view}</SessionContext>
    </ErrorBoundary>
  )
  session.connect().then(() => reportSize(root, session.host()))
}
