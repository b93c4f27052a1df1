import { Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import type { BuiltFile } from "../../ports/Playground.ts"
import { unchanged } from "../feed/unchanged.ts"

const never = new Date(Number.NaN)

/** A built file, compressed for whoever takes that. Under its hash it is kept for good, and else asked for anew. */
export const file = ({ bytes, gzip, hash }: BuiltFile, contentType: string) =>
  Effect.map(HttpServerRequest.HttpServerRequest, (request) => {
    const etag = `"${hash}"`
    const named = new URL(request.url, "http://here").searchParams.get("v") === hash
    const headers = {
      etag,
      "cache-control": named ? "public, max-age=31536000, immutable" : "no-cache",
      vary: "accept-encoding"
    }
    if (unchanged(request, { etag, since: never })) return HttpServerResponse.empty({ status: 304, headers })
    const zipped = /\bgzip\b(?!;\s*q=0(?:\.0+)?\s*(?:,|$))/.test(request.headers["accept-encoding"] ?? "")
    return HttpServerResponse.uint8Array(zipped ? gzip : bytes, {
      contentType,
      headers: { ...headers, ...(zipped && { "content-encoding": "gzip" }) }
    })
  })
