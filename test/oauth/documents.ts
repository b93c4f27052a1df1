import { Outside } from "../../src/ports/Outside.ts"

const client = (clientId: string, redirects: ReadonlyArray<string>, more: object = {}) => ({
  client_id: clientId,
  client_name: "An assistant",
  redirect_uris: redirects,
  grant_types: ["authorization_code", "refresh_token"],
  response_types: ["code"],
  token_endpoint_auth_method: "none",
  ...more
})

export const chatGpt = {
  clientId: "https://chatgpt.com/oauth/client.json",
  redirectUri: "https://chatgpt.com/connector_platform_oauth_redirect",
  keys: "https://chatgpt.com/oauth/jwks.json"
}
export const claude = {
  clientId: "https://claude.ai/oauth/mcp-oauth-client-metadata",
  redirectUri: "https://claude.ai/api/mcp/auth_callback"
}
export const claudeCode = {
  clientId: "https://claude.ai/oauth/claude-code-client-metadata",
  redirectUri: "http://localhost:51234/callback"
}

/** The documents by which well-known clients are known, as they publish them. `keys` are ChatGPT's. */
export const clientDocuments = (keys: object = { keys: [] }, more: Readonly<Record<string, object>> = {}) => {
  const published: Readonly<Record<string, object>> = {
    [chatGpt.clientId]: client(chatGpt.clientId, [chatGpt.redirectUri], {
      client_name: "ChatGPT",
      token_endpoint_auth_method: "private_key_jwt",
      token_endpoint_auth_methods_supported: ["none", "private_key_jwt"],
      token_endpoint_auth_signing_alg: "RS256",
      jwks_uri: chatGpt.keys
    }),
    [chatGpt.keys]: keys,
    "https://chatgpt.com/oauth/cb_1/client.json": client(
      "https://chatgpt.com/oauth/cb_1/client.json",
      ["https://chatgpt.com/connector/oauth/cb_1"],
      { client_name: "ChatGPT" }
    ),
    "https://chatgpt.com/oauth/codex/1/client.json": client("https://chatgpt.com/oauth/codex/1/client.json", [
      "http://localhost/callback",
      "http://127.0.0.1/callback"
    ]),
    [claude.clientId]: client(claude.clientId, [claude.redirectUri, "https://claude.com/api/mcp/auth_callback"], {
      client_name: "Claude"
    }),
    [claudeCode.clientId]: client(claudeCode.clientId, ["http://localhost/callback", "http://127.0.0.1/callback"], {
      client_name: "Claude Code"
    }),
    ...more
  }
  const encoder = new TextEncoder()
  return Outside.layerMemory(
    Object.fromEntries(
      Object.entries(published).map(([url, document]) => [url, { body: encoder.encode(JSON.stringify(document)) }])
    )
  )
}
