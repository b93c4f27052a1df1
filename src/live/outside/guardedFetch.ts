import { destination, type GuardOptions } from "./destination.ts"
import { exchange } from "./exchange.ts"

export interface GuardedFetchOptions extends GuardOptions {
  readonly maxBytes?: number
  readonly timeoutMs?: number
}

/** Fails when the signal does; names are asked for in a way that cannot be stopped. */
const ended = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }))

const bodyless = new Set([101, 103, 204, 205, 304])

/**
 * `fetch` for libraries that read documents by addresses a stranger has named, such as the metadata of a client or its
 * keys: GET alone, and no redirect is followed. It throws what is refused.
 */
export const guardedFetch =
  ({ maxBytes = 64 * 1024, timeoutMs = 5_000, ...options }: GuardedFetchOptions = {}): typeof fetch =>
  async (input, init) => {
    const asked = new Request(input, init)
    if (asked.method !== "GET") throw new TypeError("Only GET is sent to addresses that others name.")
    const signal = AbortSignal.any([asked.signal, AbortSignal.timeout(timeoutMs)])
    signal.throwIfAborted()
    const headers = { ...Object.fromEntries(asked.headers), "accept-encoding": "identity" }
    const answered = destination(asked.url, options).then((to) =>
      exchange(to, { method: "GET", headers, maxBytes, signal })
    )
    const found = await Promise.race([answered, ended(signal)])
    if (asked.redirect === "error" && found.status >= 300 && found.status < 400) {
      throw new TypeError("The address leads on to another.")
    }
    return new Response(bodyless.has(found.status) ? null : new Uint8Array(found.body), {
      status: found.status,
      headers: found.headers
    })
  }
