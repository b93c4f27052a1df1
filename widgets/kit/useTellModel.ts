import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"
import type { Json } from "./wire.ts"

/** Lets the model know what happened in the widget, without a turn of its own. Does nothing where the host does not offer it. */
export const useTellModel = (): ((text: string, facts: Json) => void) => {
  const session = useSession()
  const offered = useMoment().capabilities.updateModelContext !== undefined
  return (text, facts) => {
    if (!offered) return
    session
      .host()
      .updateModelContext({ content: [{ type: "text", text }], structuredContent: facts })
      .catch(() => undefined)
  }
}
