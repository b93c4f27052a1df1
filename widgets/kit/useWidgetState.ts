import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"
import type { Json } from "./wire.ts"

/** What outlives the frame, where the host keeps it: ids and what was typed, never what the server should know. */
export const useWidgetState = (): readonly [kept: Json, keep: (patch: Json) => void] => {
  const session = useSession()
  const { kept } = useMoment()
  return [kept, (patch) => session.keep({ ...session.now().kept, ...patch })]
}
