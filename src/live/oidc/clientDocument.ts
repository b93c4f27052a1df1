import type { Found } from "../../ports/Outside.ts"

interface Document {
  readonly client_id?: unknown
  readonly grant_types?: unknown
  readonly redirect_uris?: unknown
}

const isHttps = (uri: unknown) => typeof uri === "string" && uri.startsWith("https:")

/**
 * A client whose answers go to a program on the person's own computer says so by its redirect addresses, and often not
 * in its metadata. Only for such clients any port of a loopback address will do, and for others only https.
 */
export const asNative = <A extends Document>(document: A): A => {
  const { redirect_uris: uris } = document
  return Array.isArray(uris) && !uris.every(isHttps) ? { ...document, application_type: "native" } : document
}

/** Clients that introduce themselves act for people, and have no tokens of their own. */
export const forPeople = <A extends Document>(document: A): A => ({
  ...document,
  grant_types: ["authorization_code", "refresh_token"]
})

const read = (text: string): Document | undefined => {
  try {
    const document: unknown = JSON.parse(text)
    return typeof document === "object" && document !== null && !Array.isArray(document) ? document : undefined
  } catch {
    return undefined
  }
}

/**
 * How the provider reads what clients publish: metadata documents as `asNative` and `forPeople` say, and everything
 * else, such as keys, as it came.
 */
export const documentsBy =
  (get: (url: string) => Promise<Found>): typeof fetch =>
  async (input) => {
    const url = String(input)
    const { body, headers, status } = await get(url)
    const text = new TextDecoder().decode(body)
    const document = read(text)
    const isMetadata = document?.client_id === url
    return new Response(isMetadata ? JSON.stringify(forPeople(asNative(document))) : text, {
      status,
      headers: { "cache-control": headers["cache-control"] ?? "" }
    })
  }
