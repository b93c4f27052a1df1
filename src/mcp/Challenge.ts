import type { CallToolResult } from "@modelcontextprotocol/server"
import type { Viewer } from "../../schemas/access.ts"
import { type ErrorBody, Forbidden, Unauthorized } from "../../schemas/errors.ts"
import { lacking } from "../domain/access.ts"
import { bearer } from "../domain/bearer.ts"
import { refusal, type Tool } from "./Tool.ts"

export interface Challenge {
  readonly status: 401 | 403
  readonly header: string
  readonly result: CallToolResult
}

const challengeOf = (error: Forbidden | Unauthorized, needed: ReadonlyArray<string>, resourceMetadata: string) => {
  const signedIn = error instanceof Forbidden
  const header = bearer({
    resource_metadata: resourceMetadata,
    scope: needed.join(" "),
    error: signedIn ? "insufficient_scope" : "invalid_token",
    error_description: error.message
  })
  return {
    status: signedIn ? 403 : 401,
    header,
    result: { ...refusal(error), _meta: { "mcp/www_authenticate": [header] } }
  } satisfies Challenge
}

/** What to answer when a scope is missing: ChatGPT reads the result, other hosts the HTTP status and header. */
export const challenge = (tool: Tool<any>, viewer: Viewer, resourceMetadata: string): Challenge | undefined => {
  if (tool.scopes.length === 0) return undefined
  const scopes = lacking(viewer, tool.scopes)
  if (scopes.length === 0) return undefined
  const error =
    "scopes" in viewer
      ? new Forbidden({ scopes })
      : new Unauthorized({ why: `${tool.name} needs a signed-in account.` })
  return challengeOf(error, tool.scopes, resourceMetadata)
}

/** The same for what a tool finds out only as it runs, such as that an order is an account's. */
export const challengeAfter = ({ content: [first], isError }: CallToolResult, resourceMetadata: string) => {
  if (isError !== true || first?.type !== "text" || !first.text.includes('"code":"FORBIDDEN"')) return undefined
  const { scopes } = (JSON.parse(first.text) as ErrorBody).error.details
  return Array.isArray(scopes) ? challengeOf(new Forbidden({ scopes }), scopes, resourceMetadata) : undefined
}
