import { Effect } from "effect"
import { SessionHandle, SignInSession } from "../../../schemas/signInSession.ts"
import { SignInSessions } from "../../services/SignInSessions.ts"
import { defineTool } from "../Tool.ts"

export const getAuthStatus = defineTool(
  {
    name: "get_auth_status",
    aliases: ["get-target-auth-status"],
    toolset: "session",
    title: "Check the sign-in",
    description: "Use this when the user says that they have signed in at the link: is it so, as whom, and for what?",
    input: { sessionId: SessionHandle },
    output: SignInSession,
    does: "reads",
    scopes: [],
    widget: "sign_in",
    widgetMayCall: true,
    says: ["Checking the sign-in", "Checked the sign-in"],
    tell: ({ message }) => message
  },
  Effect.fnUntraced(function* ({ sessionId }) {
    return yield* (yield* SignInSessions).status(sessionId)
  })
)
