import { Context, Effect, Layer, Schema } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"

/** The exact bytes that are posted, and what is said beside them. */
export interface Post {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** The receiver does not want it: an answer of 4xx, or a redirect. Without a status we do not go there. */
export class WebhookRefused extends Schema.TaggedError<WebhookRefused>()("WebhookRefused", {
  status: Schema.optionalKey(Schema.Natural)
}) {
  override get message() {
    return this.status === undefined
      ? "The webhook is not at a public address."
      : `The webhook answered ${this.status}.`
  }
}

/** Tells programs of others what happened. What they answer beyond the status is not read. */
export class Webhooks extends Context.Service<
  Webhooks,
  {
    /** Unavailable when nobody answers in time, and for 408, 429 and 5xx: then it is worth trying again. */
    readonly post: (post: Post) => Effect.Effect<void, Unavailable | WebhookRefused>
  }
>()("craftlocal/ports/Webhooks") {
  /** Posts nowhere, and is always understood. */
  static readonly layerMemory = Layer.succeed(Webhooks, { post: () => Effect.void })
}
