import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"

/** Says something in the conversation in the person's name; false when the host refused. Undefined when it takes no messages. */
export const useSendMessage = (): ((text: string) => Promise<boolean>) | undefined => {
  const { bridge } = useSession()
  if (useMoment().capabilities.message === undefined) return undefined
  return (text) =>
    bridge.message(text).then(
      (answer) => answer.isError !== true,
      () => false
    )
}
