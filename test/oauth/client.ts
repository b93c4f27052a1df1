import { createHash, randomBytes } from "node:crypto"
import { assert } from "vitest"
import { publicUrl } from "../world.ts"
import type { Browser, Shown } from "./browser.ts"

type Fetch = (input: string, init?: RequestInit) => Promise<Response>

export const pkce = () => {
  const verifier = randomBytes(32).toString("base64url")
  return { verifier, challenge: createHash("sha256").update(verifier).digest("base64url") }
}

export interface Tokens {
  readonly status: number
  readonly access_token: string
  readonly refresh_token: string
  readonly scope: string
  readonly token_type: string
  readonly expires_in: number
  readonly error?: string
  readonly error_description?: string
}

/** A client's side of the protocol, by hand. */
export const openClient = (fetch: Fetch, options: { readonly clientId: string; readonly redirectUri: string }) => {
  const { clientId, redirectUri } = options

  const authorizeUrl = (params: Readonly<Record<string, string>>) =>
    `/oauth/authorize?${new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: "code",
      resource: `${publicUrl}/mcp`,
      state: "of the client",
      ...params
    })}`

  const post = async (path: string, fields: Readonly<Record<string, string>>, headers: Record<string, string> = {}) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
      body: new URLSearchParams(fields)
    })
    const text = await answer.text()
    return { ...(text.startsWith("{") ? JSON.parse(text) : {}), status: answer.status } as Tokens
  }

  const token = (fields: Readonly<Record<string, string>>, headers?: Record<string, string>) =>
    post("/oauth/token", { client_id: clientId, ...fields }, headers)

  /** What the client is told in the end, when it asks for these scopes and the person does this on every page of ours. */
  const ask = async (
    browser: Browser,
    scope: string,
    person: (page: Shown) => Promise<Shown>,
    params: Readonly<Record<string, string>> = {}
  ) => {
    const { challenge, verifier } = pkce()
    let shown = await browser.go(
      authorizeUrl({ scope, code_challenge: challenge, code_challenge_method: "S256", ...params })
    )
    for (let step = 0; step < 5 && shown.location === null && shown.status === 200; step++) {
      shown = await person(shown)
    }
    return { shown, answer: shown.url.searchParams, verifier }
  }

  const exchange = (code: string, verifier: string, fields: Readonly<Record<string, string>> = {}) =>
    token({
      grant_type: "authorization_code",
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      resource: `${publicUrl}/mcp`,
      ...fields
    })

  /** The whole way to tokens. */
  const connect = async (browser: Browser, scope: string, person: (page: Shown) => Promise<Shown>): Promise<Tokens> => {
    const { answer, shown, verifier } = await ask(browser, scope, person)
    const code = answer.get("code")
    if (code === null) return assert.fail(`no code: ${shown.url.href} ${shown.text}`)
    return exchange(code, verifier)
  }

  const refresh = (refresh_token: string, fields: Readonly<Record<string, string>> = {}) =>
    token({ grant_type: "refresh_token", refresh_token, resource: `${publicUrl}/mcp`, ...fields })

  return { authorizeUrl, post, token, ask, exchange, connect, refresh }
}
