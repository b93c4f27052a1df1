import type { CallToolResult } from "@modelcontextprotocol/server"
import type { Viewer } from "../../schemas/access.ts"
import { Forbidden, Unauthorized } from "../../schemas/errors.ts"
import { lacking } from "../domain/access.ts"
import { bearer } from "../domain/bearer.ts"
import { refusal, type Tool } from "./Tool.ts"

export interface Challenge {
  readonly status: 401 | 403
  readonly header: string
  readonly result: CallToolResult
}

/** What to answer when a scope is missing: ChatGPT reads the result, other hosts the HTTP status and header. */
export const challenge = (tool: Tool<any>, viewer: Viewer, resourceMetadata: string): Challenge | undefined => {
  if (tool.scopes.length === 0) return undefined
  const scopes = lacking(viewer, tool.scopes)
  if (scopes.length === 0) return undefined
  const signedIn = "scopes" in viewer
  const error = signedIn
    ? new Forbidden({ scopes })
    : new Unauthorized({ why: `${tool.name} needs a signed-in account.` })
  const header = bearer({
    resource_metadata: resourceMetadata,
    scope: tool.scopes.join(" "),
    error: signedIn ? "insufficient_scope" : "invalid_token",
    error_description: error.message
  })
  return {
    status: signedIn ? 403 : 401,
    header,
    result: { ...refusal(error), _meta: { "mcp/www_authenticate": [header] } }
  }
}
