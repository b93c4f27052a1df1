import { Effect } from "effect"
import { CancelRequest } from "../../../schemas/acp/CancelRequest.ts"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { defineOperation } from "../acp/defineOperation.ts"

export const cancelCheckoutSession = defineOperation(
  {
    name: "cancel_checkout_session",
    title: "Cancel a checkout session",
    description:
      "Use this when the buyer no longer wants to pay for a session that is not completed. payload may be left out, or say why by intent_trace. Nothing is charged.",
    does: "removes",
    says: ["Canceling the checkout", "Canceled the checkout"],
    id: true,
    payload: "optional",
    body: CancelRequest
  },
  (id, asked) => Effect.flatMap(AcpSessions, (sessions) => sessions.cancel(id, asked))
)
