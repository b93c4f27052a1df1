import { useMoment } from "../kit/useMoment.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import { useWords } from "../kit/useWords.ts"
import type { Order } from "./read.ts"
import { words } from "./words.ts"

/** Asks in the conversation to give an order back. Undefined unless the server said that it takes returns, and it has arrived. */
export const useReturn = ({ id, role, status }: Order): (() => Promise<boolean>) | undefined => {
  const t = useWords(words)
  const send = useSendMessage()
  const { answer } = useMoment()
  const taken = role === "buyer" && status === "delivered" && answer.tools?.includes("request_return") === true
  if (send === undefined || !taken) return undefined
  return () => send(t("returnMessage", { order: id }))
}
