import { useMoment } from "./useMoment.ts"
import { useSession } from "./useSession.ts"

/**
 * Says something in the conversation in the person's name; false when the host refused. Undefined when it takes no
 * messages. Nothing that somebody else wrote may be in it: a title could carry an instruction.
 */
export const useSendMessage = (): ((text: string) => Promise<boolean>) | undefined => {
  const session = useSession()
  if (useMoment().capabilities.message === undefined) return undefined
  return (text) =>
    session
      .host()
      .message(text)
      .then(
        (answer) => answer.isError !== true,
        () => false
      )
}
