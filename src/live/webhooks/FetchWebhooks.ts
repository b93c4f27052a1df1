import { type Duration, Effect, Layer } from "effect"
import { Unavailable } from "../../../schemas/errors.ts"
import { type Post, WebhookRefused, Webhooks } from "../../ports/Webhooks.ts"

const away = () => new Unavailable({ what: "webhook", retryAfter: 60 })

/** The answer's status. Its body is let go unread, however long it is. */
const statusOf = async ({ body, headers, url }: Post, signal: AbortSignal) => {
  const answer = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal })
  await answer.body?.cancel()
  return answer.status
}

/** What may be otherwise in a while; an address is also not there while its server is being put up anew. */
const passes = (status: number) => status === 404 || status === 408 || status === 429 || status >= 500

/** Posts through Node's own client: ten seconds for everything unless told otherwise, and no redirects. */
export const layerFetchWebhooks = (patience: Duration.Input = "10 seconds"): Layer.Layer<Webhooks> =>
  Layer.succeed(Webhooks, {
    post: Effect.fn("Webhooks.post")(function* (post) {
      const status = yield* Effect.tryPromise({ try: (signal) => statusOf(post, signal), catch: away }).pipe(
        Effect.timeoutOrElse({ duration: patience, orElse: () => Effect.fail(away()) })
      )
      if (passes(status)) return yield* away()
      if (status < 200 || status >= 300) return yield* new WebhookRefused({ status })
    })
  })
