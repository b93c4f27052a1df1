import { type Duration, Effect, Layer } from "effect"
import { Unavailable } from "../../../schemas/errors.ts"
import { OutsideRefused } from "../../ports/Outside.ts"
import { type Post, WebhookRefused, Webhooks } from "../../ports/Webhooks.ts"
import { destination, type GuardOptions } from "../outside/destination.ts"
import { begin } from "../outside/exchange.ts"

export interface WebhookOptions extends Pick<GuardOptions, "resolve"> {
  /** Ten seconds for everything unless told otherwise. */
  readonly patience?: Duration.Input
  /** Whether agents may live in our own network too. Those on this machine always may. */
  readonly allowPrivate?: boolean
}

const away = () => new Unavailable({ what: "webhook", retryAfter: 60 })

/** The answer's status. Its body is let go unread, however long it is. */
const statusOf = async ({ body, headers, url }: Post, guard: GuardOptions, signal: AbortSignal) => {
  const answer = await begin(await destination(url, guard), { method: "POST", headers, body, signal })
  answer.destroy()
  return answer.statusCode!
}

/** What may be otherwise in a while; an address is also not there while its server is being put up anew. */
const passes = (status: number) => status === 404 || status === 408 || status === 429 || status >= 500

/** Posts by a connection of its own to an address that was checked, and follows no redirect. */
export const layerFetchWebhooks = ({
  allowPrivate = false,
  patience = "10 seconds",
  ...options
}: WebhookOptions = {}): Layer.Layer<Webhooks> =>
  Layer.succeed(Webhooks, {
    post: Effect.fn("Webhooks.post")(function* (post) {
      const guard = { ...options, allowLoopback: true, allowPrivate, anyPort: true }
      const status = yield* Effect.tryPromise({
        try: (signal) => statusOf(post, guard, signal),
        catch: (error) => (error instanceof OutsideRefused ? new WebhookRefused({}) : away())
      }).pipe(Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.fail(away()) }))
      if (passes(status)) return yield* away()
      if (status < 200 || status >= 300) return yield* new WebhookRefused({ status })
    })
  })
