import { Clock, Effect } from "effect"
import { HttpServerRequest } from "effect/http"
import { Invalid } from "../../../schemas/errors.ts"
import { digestible } from "../../domain/digestible.ts"
import { WebhookSecret } from "../../ports/WebhookSecret.ts"
import { verify } from "../../services/webhookSignature.ts"
import { counted } from "../edge.ts"
import { isJson } from "../rest/body.ts"
import { WrongType } from "../rest/Unreadable.ts"
import { unsigned } from "./InvalidSignature.ts"
import { rawBody } from "./rawBody.ts"

const missing = "The header CraftLocal-Signature is missing."
const forged = "The signature is not that of this body by our secret, or was made more than five minutes ago."

const parsed = (bytes: Uint8Array) =>
  Effect.try({
    try: (): unknown => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    catch: () => Invalid.of("", "the body is not valid JSON")
  })

/** The JSON of a body that whoever sent it has signed with our secret, just now. */
export const signedJson = Effect.fnUntraced(function* (webhook: string) {
  yield* counted
  const { headers } = yield* HttpServerRequest.HttpServerRequest
  if (!isJson(headers["content-type"] ?? "application/json")) return yield* new WrongType()
  const bytes = yield* rawBody
  const { value } = yield* WebhookSecret
  const signature = headers["craftlocal-signature"]
  if (signature === undefined) return yield* unsigned(webhook, missing)
  const seconds = Math.floor((yield* Clock.currentTimeMillis) / 1000)
  if (!verify(bytes, signature, value, seconds)) return yield* unsigned(webhook, forged)
  const json = yield* parsed(bytes)
  return digestible(json)
    ? json
    : yield* Invalid.of("", "the body holds too much, nests too deeply, or has a number that is too large")
})
