import { Context, Layer } from "effect"

/** What carriers and shops sign their messages to us with. */
export class WebhookSecret extends Context.Service<WebhookSecret, { readonly value: string }>()(
  "craftlocal/ports/WebhookSecret"
) {
  static readonly layer = (value: string) => Layer.succeed(WebhookSecret, { value })
}
