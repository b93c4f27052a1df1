import { asNative, forPeople } from "./clientDocument.ts"

/** What we keep of a registration; all else is left out, as RFC 7591 allows. */
const kept = [
  "client_name",
  "client_uri",
  "contacts",
  "jwks",
  "jwks_uri",
  "logo_uri",
  "policy_uri",
  "redirect_uris",
  "response_types",
  "software_id",
  "software_version",
  "tos_uri"
]

const isLong = (value: unknown) => JSON.stringify(value)?.length > 8192

/**
 * The registration that is made of the one that was asked for: for a public client, or one with keys of its own, that
 * acts for people. A client with a secret is none that anybody may register. What cannot be read is the provider's to refuse.
 */
export const registrationOf = (body: string): string => {
  let asked: unknown
  try {
    asked = JSON.parse(body)
  } catch {
    return body
  }
  if (typeof asked !== "object" || asked === null || Array.isArray(asked)) return body
  const given = Object.entries(asked).filter(([name, value]) => kept.includes(name) && !isLong(value))
  const method = "token_endpoint_auth_method" in asked ? asked.token_endpoint_auth_method : undefined
  return JSON.stringify({
    ...forPeople(asNative(Object.fromEntries(given))),
    token_endpoint_auth_method: method === "private_key_jwt" ? method : "none"
  })
}
