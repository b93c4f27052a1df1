import { useSendMessage } from "./useSendMessage.ts"
import { useTellModel } from "./useTellModel.ts"
import type { Json } from "./wire.ts"

/**
 * Tells the conversation what the person has just done, in their name; where it takes no messages, the model alone.
 * Nothing that somebody else wrote may be in the text.
 */
export const useAnnounce = (): ((text: string, facts: Json) => Promise<void>) => {
  const send = useSendMessage()
  const tellModel = useTellModel()
  return async (text, facts) => {
    if (send === undefined || !(await send(text))) tellModel(text, facts)
  }
}
