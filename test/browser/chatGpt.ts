import { createHash, randomBytes } from "node:crypto"
import { expect } from "vitest"

type Fetch = (input: string, init?: RequestInit) => Promise<Response>

const agent = "openai-mcp/1.0.0"

/** The parameters of a challenge, such as `Bearer scope="…", error="…"`. */
const parametersOf = (challenge: string) =>
  Object.fromEntries([...challenge.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, name, value]) => [name!, value!]))

export interface ChatGptClient {
  readonly clientId: string
  readonly redirectUri: string
  /** Signs for itself; without, it sends its name alone. */
  readonly sign?: (audience: string) => Promise<string>
}

/**
 * What ChatGPT does with a server, step by step and by hand: the 2025 handshake under its own user agent, the list of
 * tools with their schemes, the challenge in the result of a tool, metadata, and the authorization.
 */
export const openChatGpt = (fetch: Fetch, server: string, { clientId, redirectUri, sign }: ChatGptClient) => {
  let token: string | undefined
  let id = 0

  const send = async (method: string, params: object = {}) => {
    const answer = await fetch(server, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        "user-agent": agent,
        "mcp-protocol-version": "2025-11-25",
        ...(token && { authorization: `Bearer ${token}` })
      },
      body: JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params })
    })
    const text = await answer.text()
    const json = text.startsWith("{") ? text : (/^data: (\{.*\})$/m.exec(text)?.[1] ?? "{}")
    return { status: answer.status, ...(JSON.parse(json) as { readonly result?: any; readonly error?: any }) }
  }
  const call = async (name: string, input: object) => {
    const { result, status } = await send("tools/call", { name, arguments: input, _meta: { "openai/locale": "en-US" } })
    return { status, ...(result as { structuredContent?: any; isError?: boolean; _meta?: any; content: any }) }
  }
  const read = async (url: string) => (await (await fetch(url)).json()) as any

  /** What a result asks of the person: where to sign in, and for what. */
  const challengeIn = ({ _meta }: { readonly _meta?: any }) => {
    const [first] = [_meta?.["mcp/www_authenticate"]].flat()
    expect(first).toBeTypeOf("string")
    const challenge = parametersOf(first)
    expect(challenge.error).toMatch(/^(invalid_token|insufficient_scope)$/)
    expect(challenge.error_description).toBeTruthy()
    return challenge
  }

  /** Follows a challenge to where the person signs in. */
  const begin = async (challenge: Readonly<Record<string, string>>) => {
    const resource = await read(challenge.resource_metadata!)
    expect(resource.resource).toBe(server)
    const [issuer] = resource.authorization_servers
    const metadata = await read(`${issuer}/.well-known/oauth-authorization-server`)
    expect(metadata.issuer).toBe(issuer)
    // It refuses servers without these.
    expect(metadata.code_challenge_methods_supported).toContain("S256")
    expect(metadata.client_id_metadata_document_supported).toBe(true)
    expect(metadata.authorization_response_iss_parameter_supported).toBe(true)
    expect(metadata.token_endpoint_auth_methods_supported).toContain(sign === undefined ? "none" : "private_key_jwt")
    const verifier = randomBytes(32).toString("base64url")
    const state = randomBytes(16).toString("base64url")
    const url = `${metadata.authorization_endpoint}?${new URLSearchParams({
      response_type: "code",
      client_id: clientId,
      redirect_uri: redirectUri,
      state,
      scope: `${challenge.scope} openid email offline_access`,
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      resource: resource.resource
    })}`

    /** Takes the answer that the browser brought back. */
    const finish = async (back: URL) => {
      expect(back.searchParams.get("state")).toBe(state)
      expect(back.searchParams.get("iss")).toBe(issuer)
      const proof = sign && {
        client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        client_assertion: await sign(issuer)
      }
      const answer = await fetch(metadata.token_endpoint, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": agent },
        body: new URLSearchParams({
          grant_type: "authorization_code",
          client_id: clientId,
          redirect_uri: redirectUri,
          code: back.searchParams.get("code") ?? "",
          code_verifier: verifier,
          resource: resource.resource,
          ...proof
        })
      })
      const tokens = (await answer.json()) as any
      expect(answer.status, JSON.stringify(tokens)).toBe(200)
      expect(tokens.refresh_token).toBeTypeOf("string")
      token = tokens.access_token
      const person = await fetch(metadata.userinfo_endpoint, { headers: { authorization: `Bearer ${token}` } })
      return (await person.json()) as { readonly email?: string; readonly email_verified?: boolean }
    }
    return { url, finish }
  }

  return {
    initialize: () =>
      send("initialize", {
        protocolVersion: "2025-11-25",
        capabilities: {},
        clientInfo: { name: "openai-mcp", version: "1.0.0" }
      }),
    listTools: async () => (await send("tools/list")).result.tools as ReadonlyArray<any>,
    call,
    challengeIn,
    begin
  }
}
