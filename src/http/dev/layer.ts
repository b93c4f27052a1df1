import { Effect, Layer, Schema } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { Scope } from "../../../schemas/access.ts"
import { Mail, type SentLetter } from "../../ports/Mail.ts"
import { OAuth } from "../../ports/OAuth.ts"
import { DevTokens } from "../../services/DevTokens.ts"
import { Undelivered, type UndeliveredMessage } from "../../services/Undelivered.ts"
import { body } from "../rest/body.ts"
import { invalid } from "../rest/invalid.ts"
import { orRefused } from "../rest/told.ts"

const decode = Schema.decodeUnknownEffect(
  Schema.Struct({ email: Schema.String, scopes: Schema.Array(Scope).check(Schema.isMaxLength(20)) }),
  { errors: "all" }
)

const private_ = { headers: { "cache-control": "no-store" } }

const message = ({ html, id, sentAt, subject, text, to }: SentLetter) => ({
  id,
  to,
  subject,
  text,
  html,
  sent_at: sentAt
})

const undelivered = ({ about, attempts, id, lastFailure, message, since }: UndeliveredMessage) => ({
  id,
  message,
  about,
  attempts,
  last_failure: lastFailure,
  since: since.toISOString()
})

/**
 * For clients and tests without a browser: a token for an account, the letters that were sent, and the messages that
 * wait or were given up. Mounted in demo only.
 */
export const layerDev = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { issue } = yield* DevTokens
    const { sent } = yield* Mail
    const { dead, waiting } = yield* Undelivered
    const token = Effect.gen(function* () {
      const { email, scopes } = yield* Effect.mapError(decode((yield* body) ?? {}), invalid)
      const access_token = yield* issue(email, scopes)
      return HttpServerResponse.jsonUnsafe({ access_token, token_type: "Bearer", expires_in: 3600 }, private_)
    })
    const { embedded, issuer } = yield* OAuth
    const elsewhere = HttpServerResponse.jsonUnsafe(
      { error: { code: "NOT_FOUND", message: `Tokens come from ${issuer}. Ask there for one.`, details: { issuer } } },
      { status: 404 }
    )
    yield* router.add("POST", "/dev/token", embedded ? orRefused("dev.token")(token) : Effect.succeed(elsewhere))
    const outbox = Effect.gen(function* () {
      const all = {
        messages: (yield* sent).map(message),
        waiting: (yield* waiting).map(undelivered),
        dead: (yield* dead).map(undelivered)
      }
      return HttpServerResponse.jsonUnsafe(all, private_)
    })
    yield* router.add("GET", "/dev/outbox", orRefused("dev.outbox")(outbox))
  })
).pipe(Layer.provide(DevTokens.layer))
