import type { CheckoutSession } from "../../../../../schemas/acp/CheckoutSession.ts"
import type { LegacyError, LegacyMessage } from "../../../../../schemas/acp/legacy/LegacyMessage.ts"
import type { Message, MessageError } from "../../../../../schemas/acp/Message.ts"
import { paramOf } from "./params.ts"

/** What is no longer sold is out of stock for good; the rest of what this dialect has no code for is invalid. */
const codes: Record<MessageError["code"], LegacyError["code"]> = {
  missing: "missing",
  invalid: "invalid",
  out_of_stock: "out_of_stock",
  payment_declined: "payment_declined",
  not_found: "out_of_stock",
  region_restricted: "invalid",
  conflict: "invalid",
  expired: "invalid"
}

/** A bank's question is an error here, since no status says it. */
export const messagesOf = ({
  messages,
  status
}: Pick<CheckoutSession, "messages" | "status">): ReadonlyArray<LegacyMessage> =>
  messages.map((message: Message): LegacyMessage => {
    const { content, content_type, param } = message
    const told = { ...(param !== undefined && { param: paramOf(param) }), content_type, content }
    if (message.type === "error") return { type: "error", code: codes[message.code], ...told }
    return status === "authentication_required"
      ? { type: "error", code: "requires_3ds", ...told }
      : { type: "info", ...told }
  })
