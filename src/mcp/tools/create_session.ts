import { Effect } from "effect"
import { SignInSession } from "../../../schemas/signInSession.ts"
import { SignInSessions } from "../../services/SignInSessions.ts"
import { defineTool } from "../Tool.ts"

export const createSession = defineTool(
  {
    name: "create_session",
    aliases: ["create-target-session"],
    toolset: "session",
    title: "Begin a sign-in",
    description:
      "Use this when the user wants to sign in and this client cannot sign in by itself. It gives a link to our sign-in page, good for ten minutes. Do not use it where the client offers to connect the account, and never ask for a password in the conversation.",
    input: {},
    output: SignInSession,
    does: "creates",
    tellsSecret: true,
    scopes: [],
    widget: "sign_in",
    widgetMayCall: true,
    says: ["Beginning the sign-in", "The sign-in has begun"],
    tell: ({ message, session }) => `Session ${session.id}. ${message}`
  },
  () => Effect.flatMap(SignInSessions, ({ create }) => create)
)
