import { Effect } from "effect"
import { LegacyCreateRequest } from "../../../schemas/acp/CreateRequest.ts"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { defineOperation } from "../acp/defineOperation.ts"

export const createCheckoutSession = defineOperation(
  {
    name: "create_checkout_session",
    title: "Create a checkout session",
    description:
      "Use this when the buyer wants to buy. payload is the body of POST /checkout_sessions in the version of meta.api_version: line_items with id and quantity, currency usd and capabilities; buyer and address when they are known. It answers the session and charges nothing.",
    does: "creates",
    says: ["Starting the checkout", "Started the checkout"],
    id: false,
    payload: "needed",
    body: LegacyCreateRequest
  },
  (_, asked) => Effect.flatMap(AcpSessions, (sessions) => sessions.create(asked))
)
