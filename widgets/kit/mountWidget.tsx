import type { ReactNode } from "react"
import { createRoot } from "react-dom/client"
import { ErrorBoundary } from "./ErrorBoundary.tsx"
import { reportSize } from "./reportSize.ts"
import { SessionContext } from "./SessionContext.ts"
import { createSession } from "./session.ts"
import { applyTheme } from "./theme.ts"

/** Draws a widget into `#root` and joins it to the host it stands in. */
export const mountWidget = (name: string, view: ReactNode): void => {
  const root = document.getElementById("root")!
  const session = createSession(name, "1.0.0")
  session.subscribe(() => applyTheme(document, session.now().context))
  createRoot(root).render(
    <ErrorBoundary>
      <SessionContext value={session}>{view}</SessionContext>
    </ErrorBoundary>
  )
  session.connect().then(() => reportSize(root, session.bridge))
}
