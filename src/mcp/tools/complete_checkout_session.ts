import { Effect } from "effect"
import { CompleteRequest } from "../../../schemas/acp/CompleteRequest.ts"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { defineOperation } from "../acp/defineOperation.ts"

export const completeCheckoutSession = defineOperation(
  {
    name: "complete_checkout_session",
    title: "Pay a checkout session",
    description:
      "Use this when the buyer has agreed to the total of a session that is ready_for_payment. payload is the body of POST /checkout_sessions/{id}/complete with payment_data. It charges exactly the total last shown, once. A declined payment is told in the messages of the session.",
    does: "changes",
    says: ["Placing the order", "Order placed"],
    id: true,
    payload: "needed",
    body: CompleteRequest
  },
  (id, asked) => Effect.flatMap(AcpSessions, (sessions) => sessions.complete(id, asked))
)
