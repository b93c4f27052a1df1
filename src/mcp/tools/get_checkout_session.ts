import { Effect } from "effect"
import { AcpSessions } from "../../services/acp/AcpSessions.ts"
import { defineOperation } from "../acp/defineOperation.ts"

export const getCheckoutSession = defineOperation(
  {
    name: "get_checkout_session",
    title: "Get a checkout session",
    description: "Use this when you need to know where a checkout session stands. It takes no payload and no key.",
    does: "reads",
    says: ["Opening the checkout", "Opened the checkout"],
    id: true,
    payload: "none"
  },
  (id, { dialect }) =>
    Effect.flatMap(AcpSessions, (sessions) =>
      Effect.map(sessions.retrieve(id, dialect), (body) => ({ status: 200, body }))
    )
)
