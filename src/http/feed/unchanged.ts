import type { HttpServerRequest } from "effect/http"

const weakly = (tag: string) => tag.trim().replace(/^W\//, "")

/** Whether whoever asks has this version already, by its tag or else by its time in whole seconds. */
export const unchanged = (
  { headers }: HttpServerRequest.HttpServerRequest,
  { etag, since }: { readonly etag: string; readonly since: Date }
): boolean => {
  const tags = headers["if-none-match"]
  if (tags !== undefined) {
    return tags.trim() === "*" || tags.split(",").some((tag) => weakly(tag) === weakly(etag))
  }
  const at = Date.parse(headers["if-modified-since"] ?? "")
  return Math.floor(since.getTime() / 1000) * 1000 <= at
}
