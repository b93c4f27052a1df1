import { useMoment } from "../kit/useMoment.ts"
import { useSendMessage } from "../kit/useSendMessage.ts"
import type { Order } from "./read.ts"

/** Asks in the conversation to give an order back. Undefined unless the server said that it takes returns, and it has arrived. */
export const useReturn = ({ id, status }: Order): (() => Promise<boolean>) | undefined => {
  const send = useSendMessage()
  const { answer } = useMoment()
  if (send === undefined || status !== "delivered" || answer.tools?.includes("request_return") !== true)
    return undefined
  return () => send(`I would like to return order ${id}.`)
}
