import type { DisplayMode } from "./hostWords.ts"
import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"

/** How the widget stands in the conversation, and how to ask for another way; undefined for ways the host does not have. */
export const useDisplayMode = () => {
  const session = useSession()
  const { availableDisplayModes = [], displayMode = "inline" } = useMoment().context
  const request = (mode: DisplayMode) =>
    availableDisplayModes.includes(mode)
      ? () =>
          void session
            .host()
            .requestDisplayMode(mode)
            .catch(() => undefined)
      : undefined
  return { mode: displayMode, request }
}
