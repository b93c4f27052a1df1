interface Document {
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
export const forPeople = <A extends { readonly grant_types?: unknown }>(document: A): A => ({
  ...document,
  grant_types: ["authorization_code", "refresh_token"]
})

type Fetch = typeof fetch

/** Reads metadata documents as `asNative` and `forPeople` say; everything else, such as keys, as it came. */
export const documentsBy =
  (read: Fetch): Fetch =>
  async (url, options) => {
    const answer = await read(url, options)
    if (answer.status !== 200) return answer
    const text = await answer.text()
    const { headers } = answer
    const same = () =>
      new Response(text, { status: 200, headers: { "cache-control": headers.get("cache-control") ?? "" } })
    try {
      const document = JSON.parse(text) as {
        readonly client_id?: unknown
        readonly grant_types?: unknown
        readonly redirect_uris?: unknown
      }
      if (document.client_id !== String(url)) return same()
      return Response.json(forPeople(asNative(document)), {
        headers: { "cache-control": headers.get("cache-control") ?? "" }
      })
    } catch {
      return same()
    }
  }
