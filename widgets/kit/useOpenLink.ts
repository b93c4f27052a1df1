import { openaiGlobals } from "./openaiGlobals.ts"
import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"

/** How the host opens a page, when it does; a plain link is left where it does not. */
export const useOpenLink = (): ((href: string) => unknown) | undefined => {
  const { capabilities } = useMoment()
  const session = useSession()
  const { openExternal } = openaiGlobals()
  if (openExternal !== undefined) return (href) => openExternal({ href })
  return capabilities.openLinks === undefined ? undefined : (href) => session.host().openLink(href)
}
