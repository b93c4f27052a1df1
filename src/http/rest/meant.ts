import type { HttpServerRequest } from "effect/http"

type Params = HttpServerRequest.ParsedSearchParams["Service"]

/**
 * Query parameters as people write them: what is empty is unset, of repeated ones the last one counts, lists may be
 * separated by commas, and `q` is short for `query`.
 */
export const meant = (params: Params, lists: ReadonlySet<string>): Params => {
  const out: Record<string, string | Array<string>> = {}
  for (const name in params) {
    const given = params[name]!
    if (lists.has(name)) {
      const all = [given].flat().flatMap((value) => value.split(",").map((each) => each.trim()))
      if (all.some(Boolean)) out[name] = all.filter(Boolean)
      continue
    }
    const last = typeof given === "string" ? given : given.at(-1)
    if (last) out[name] = last
  }
  if (out.q !== undefined && out.query === undefined) out.query = out.q
  return out
}
