import type { HttpServerRequest } from "effect/http"
import type { Standings } from "../ports/RateLimit.ts"

/** What is known of a request beside itself, for the headers of its answer. */
export interface Beside {
  requestId: string | undefined
  readonly standings: Standings
}

const known = new WeakMap<object, Beside>()

/** One for each request, however often it is wrapped on its way. */
export const besideOf = ({ source }: HttpServerRequest.HttpServerRequest): Beside => {
  const found = known.get(source)
  if (found !== undefined) return found
  const made: Beside = { requestId: undefined, standings: [] }
  known.set(source, made)
  return made
}

const listed = (standings: Standings, told: (of: Standings[number]) => string) => standings.map(told).join(", ")

/** The fields of draft-ietf-httpapi-ratelimit-headers-11. A limit that was counted twice is told as it stands last. */
export const limitHeaders = (all: Standings): Record<string, string> => {
  const standings = all.length === 1 ? all : [...new Map(all)]
  return {
    "ratelimit-policy": listed(standings, ([name, { most }]) => `"${name}";q=${most};w=60`),
    ratelimit: listed(standings, ([name, { left, reset }]) => `"${name}";r=${left};t=${reset}`)
  }
}
