import { Effect } from "effect"
import { askedScopes, SessionHandle, SignInSession } from "../../../schemas/signInSession.ts"
import { SignInSessions } from "../../services/SignInSessions.ts"
import { defineTool } from "../Tool.ts"

export const authenticate = defineTool(
  {
    name: "authenticate",
    aliases: ["authenticate-target"],
    toolset: "session",
    title: "Ask the user to sign in",
    description:
      "Use this when a session of create_session needs its link again, or should ask for more than the orders of the user, such as managing their shop. The user signs in on our page and chooses what is allowed.",
    input: { sessionId: SessionHandle, scopes: askedScopes },
    output: SignInSession,
    does: "changes",
    tellsSecret: true,
    scopes: [],
    widget: "sign_in",
    widgetMayCall: true,
    says: ["Asking to sign in", "Asked to sign in"],
    tell: ({ message }) => message
  },
  Effect.fnUntraced(function* ({ scopes, sessionId }) {
    return yield* (yield* SignInSessions).authenticate(sessionId, scopes)
  })
)
