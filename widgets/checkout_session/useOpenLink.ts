import { openaiGlobals } from "../kit/openaiGlobals.ts"
import { useMoment } from "../kit/useMoment.ts"
import { useSession } from "../kit/useSession.ts"

/** How the host opens a page, when it does; a plain link is left where it does not. */
export const useOpenLink = (): ((href: string) => unknown) | undefined => {
  const { capabilities } = useMoment()
  const { bridge } = useSession()
  const { openExternal } = openaiGlobals()
  if (openExternal !== undefined) return (href) => openExternal({ href })
  return capabilities.openLinks === undefined ? undefined : (href) => bridge.openLink(href)
}
