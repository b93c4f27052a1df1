import { openaiGlobals } from "./openaiGlobals.ts"
import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"

/** How the host opens a page, when it does; a plain link is left where it does not. Answers whether it opened. */
export const useOpenLink = (): ((href: string) => Promise<boolean>) | undefined => {
  const { capabilities } = useMoment()
  const session = useSession()
  const { openExternal } = openaiGlobals()
  if (openExternal === undefined && capabilities.openLinks === undefined) return undefined
  return async (href) => {
    try {
      const answer = await (openExternal === undefined ? session.host().openLink(href) : openExternal({ href }))
      return (answer as { readonly isError?: boolean } | undefined)?.isError !== true
    } catch {
      return false
    }
  }
}
