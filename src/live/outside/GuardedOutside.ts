import { Effect, Layer } from "effect"
import { Unavailable } from "../../../schemas/errors.ts"
import { type Found, Outside, OutsideRefused, type Wanted } from "../../ports/Outside.ts"
import { destination, type GuardOptions } from "./destination.ts"
import { exchange } from "./exchange.ts"

const moved = new Set([301, 302, 303, 307, 308])

/** A media type without its parameters, by the patterns that are wanted. */
const isWanted = (type = "", accept: ReadonlyArray<string>) => {
  const essence = type.split(";", 1)[0]!.trim().toLowerCase()
  return accept.some((each) => each === essence || (each.endsWith("/*") && essence.startsWith(each.slice(0, -1))))
}

/** Follows an address to what is there; every step is checked anew. */
const follow = async (
  given: string,
  { accept, maxBytes, redirects = 3 }: Wanted,
  options: GuardOptions,
  signal: AbortSignal
): Promise<Found> => {
  const headers = { "user-agent": "CraftLocal", "accept-encoding": "identity", accept: accept?.join(", ") ?? "*/*" }
  let next: string | URL = given
  for (let left = redirects; ; left--) {
    const to = await destination(next, options)
    const found = await exchange(to, { method: "GET", headers, maxBytes, signal })
    const { location, "content-type": type } = found.headers
    if (moved.has(found.status) && location !== undefined) {
      if (left <= 0) throw new OutsideRefused({ why: "The address leads on to others too often." })
      next = URL.parse(location, to.url) ?? location
      continue
    }
    if (found.status < 300 && accept !== undefined && !isWanted(type, accept)) {
      throw new OutsideRefused({ why: `What is there is not ${accept.join(" or ")}.` })
    }
    return found
  }
}

const away = () => new Unavailable({ what: "address", retryAfter: 60 })

/** The outside world as far as a server may see it on the word of a stranger. */
export const layerGuardedOutside = (options: GuardOptions = {}): Layer.Layer<Outside> =>
  Layer.succeed(Outside, {
    get: Effect.fn("Outside.get")((url, wanted) =>
      Effect.tryPromise({
        try: (signal) => follow(url, wanted, options, signal),
        catch: (error) => (error instanceof OutsideRefused ? error : away())
      }).pipe(Effect.timeoutOrElse({ duration: wanted.timeoutMs, orElse: () => Effect.fail(away()) }))
    )
  })
