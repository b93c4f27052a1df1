import type { SignInSession } from "../../schemas/signInSession.ts"

/** What `create_session`, `authenticate` and `get_auth_status` put on the wire. */
export type SignInAnswer = typeof SignInSession.Encoded
export type Session = SignInAnswer["session"]

export const signInAnswer = (content: unknown): SignInAnswer | undefined => {
  const answer = content as SignInAnswer | null | undefined
  const { id, scopes } = answer?.session ?? {}
  return typeof id === "string" && Array.isArray(scopes) ? answer! : undefined
}
