import { usualScopes } from "../../../schemas/access.ts"
import type { WireRequest } from "../../ports/OAuth.ts"

const filled = (query: string) => {
  const params = new URLSearchParams(query)
  if (params.get("scope")?.trim()) return query
  params.set("scope", usualScopes.join(" "))
  return params.toString()
}

/** Clients may leave out what they ask for: they get what most of them need, and a challenge for anything more. */
export const withScopes = (request: WireRequest): WireRequest => {
  if (request.method === "POST") return { ...request, body: filled(request.body) }
  const { pathname, search } = new URL(request.url, "http://localhost")
  return { ...request, url: `${pathname}?${filled(search.slice(1))}` }
}
