import { Effect } from "effect"
import { UpdateRequest } from "../../../schemas/acp/UpdateRequest.ts"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { defineOperation } from "../acp/defineOperation.ts"

export const updateCheckoutSession = defineOperation(
  {
    name: "update_checkout_session",
    title: "Update a checkout session",
    description:
      "Use this when the buyer changes a session before paying. payload is the body of POST /checkout_sessions/{id}: what is left out stays, line_items and discount codes take the place of all before. It answers the new totals and charges nothing.",
    does: "changes",
    says: ["Updating the checkout", "Updated the checkout"],
    id: true,
    payload: "needed",
    body: UpdateRequest
  },
  (id, asked) => Effect.flatMap(AcpSessions, (sessions) => sessions.update(id, asked))
)
