import type { HttpServerRequest } from "effect/http"
import type { Standings } from "../ports/RateLimit.ts"

/** What is known of a request beside itself, for the headers of its answer. */
export interface Beside {
  requestId: string | undefined
  readonly standings: Standings
}

/** Kept on the request itself: a table of all requests under way would cost the garbage collector more than the rest. */
const known = Symbol("craftlocal/http/Beside")

/** One for each request, however often it is wrapped on its way. */
export const besideOf = ({ source }: HttpServerRequest.HttpServerRequest): Beside => {
  const keeper = source as { [known]?: Beside }
  keeper[known] ??= { requestId: undefined, standings: [] }
  return keeper[known]
}

const listed = (standings: Standings, told: (of: Standings[number]) => string) => standings.map(told).join(", ")
const policy = ([name, { most }]: Standings[number]) => `"${name}";q=${most};w=60`
const standing = ([name, { left, reset }]: Standings[number]) => `"${name}";r=${left};t=${reset}`

/** The fields of draft-ietf-httpapi-ratelimit-headers-11. A limit that was counted twice is told as it stands last. */
export const limitHeaders = (all: Standings): ReadonlyArray<readonly [name: string, value: string]> => {
  const [only, ...more] = all
  if (only === undefined) return []
  const standings = more.length === 0 ? all : [...new Map(all)]
  return [
    ["ratelimit-policy", listed(standings, policy)],
    ["ratelimit", listed(standings, standing)]
  ]
}
