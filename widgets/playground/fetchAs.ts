/**
 * Asks in the name of whoever has the token. Challenges come with the tool's own answer, which says what is missing, so
 * they are read like any other; a token that is good for nothing any more is told of.
 */
export const fetchAs =
  (token: () => string | undefined, over: () => void) =>
  async (input: string | URL, init: RequestInit = {}): Promise<Response> => {
    // This server has nothing to say unasked.
    if ((init.method ?? "GET") === "GET") return new Response(null, { status: 405 })
    const headers = new Headers(init.headers)
    const mine = token()
    if (mine !== undefined) headers.set("authorization", `Bearer ${mine}`)
    const response = await fetch(input, { ...init, headers })
    if (response.status !== 401 && response.status !== 403) return response
    const text = await response.text()
    const answers = text.includes('"result"')
    if (!answers && mine !== undefined) over()
    const status = answers ? 200 : response.status
    return new Response(text, { status, headers: { "content-type": "application/json" } })
  }
