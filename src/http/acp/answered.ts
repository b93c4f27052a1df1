import { HttpServerResponse } from "effect/http"
import type { Told } from "../../services/acp/Problem.ts"

/** What is told beside the body, whatever the body says. */
export interface Beside {
  readonly requestId: string | undefined
  readonly key: string | undefined
}

/** A header's value that can be sent back as it came. */
const printable = (value: string | undefined) =>
  value !== undefined && /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/.test(value) ? value : undefined

const waiting: Record<number, number> = { 429: 60, 503: 5 }

/** An answer of this door. */
export const answered = (
  { body, retryAfter, status }: Omit<Told, "body"> & { readonly body: unknown },
  { key, requestId }: Beside,
  replayed = false
): HttpServerResponse.HttpServerResponse => {
  const wait = retryAfter ?? waiting[status]
  return HttpServerResponse.jsonUnsafe(body, {
    status,
    headers: {
      "cache-control": "no-store",
      ...(printable(requestId) && { "request-id": requestId }),
      ...(printable(key) && { "idempotency-key": key }),
      ...(replayed && { "idempotent-replayed": "true" }),
      ...(wait !== undefined && { "retry-after": String(wait) }),
      ...(status === 401 && { "www-authenticate": "Bearer" }),
      ...(status === 405 && { allow: "" })
    }
  })
}
