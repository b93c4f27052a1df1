import { forPeople, type WireRequest, type WireResponse } from "../../ports/OAuth.ts"
import { withScopes } from "./askedScopes.ts"
import { registrationOf } from "./registration.ts"

const pathOf = ({ url }: WireRequest) => url.split("?", 1)[0]

/**
 * A request as the provider is to have it: a registration becomes one that we make, who asks for nothing asks for what is
 * usual, and the keys are also at the address where some look for them.
 */
export const meant = (request: WireRequest): WireRequest => {
  const path = pathOf(request)
  if (path === "/.well-known/jwks.json") return { ...request, url: "/oauth/jwks" }
  if (path === "/oauth/authorize") return withScopes(request)
  return path === "/oauth/register" ? { ...request, body: registrationOf(request.body) } : request
}

/** The same as the public address has it, whatever stands between. */
export const publicly = (issuer: string) => {
  const { host, protocol } = new URL(issuer)
  const said = { host, "x-forwarded-host": host, "x-forwarded-proto": protocol.slice(0, -1) }
  return (request: WireRequest): WireRequest => ({ ...request, headers: { ...request.headers, ...said } })
}

const refusal = (error: string, description: string): WireResponse => ({
  status: 400,
  headers: { "content-type": "application/json", "cache-control": "no-store", [forPeople]: "error" },
  body: JSON.stringify({ error, error_description: description })
})

/** The database keeps no NUL and no half of a letter, and neither belongs into anything that is said here. */
const isUnstorable = ({ body, url }: WireRequest) => /%00|\\u0000|\\ud[89a-f]/i.test(`${url} ${body}`)

/** Each token is for one address of ours, and so is what a person allows. */
const namesSeveral = ({ body, url }: WireRequest) =>
  [url.split("?")[1], body].some((form) => new URLSearchParams(form).getAll("resource").length > 1)

/** What is wrong with a request, before the provider has seen it. */
export const refusalOf = (request: WireRequest): WireResponse | undefined => {
  if (isUnstorable(request)) return refusal("invalid_request", "a value holds characters that cannot be kept")
  return namesSeveral(request) ? refusal("invalid_target", "ask for one resource at a time") : undefined
}
