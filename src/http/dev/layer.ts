import { Effect, Layer, Schema } from "effect"
import { HttpRouter, HttpServerResponse } from "effect/http"
import { Scope } from "../../../schemas/access.ts"
import { Mail, type SentLetter } from "../../ports/Mail.ts"
import { DevTokens } from "../../services/DevTokens.ts"
import { body } from "../rest/body.ts"
import { invalid } from "../rest/invalid.ts"
import { orRefused } from "../rest/told.ts"

const decode = Schema.decodeUnknownEffect(
  Schema.Struct({ email: Schema.String, scopes: Schema.Array(Scope).check(Schema.isMaxLength(20)) }),
  { errors: "all" }
)

const private_ = { headers: { "cache-control": "no-store" } }

const message = ({ id, sentAt, subject, text, to }: SentLetter) => ({ id, to, subject, text, sent_at: sentAt })

/** For clients and tests without a browser: a token for an account, and the letters it was sent. Mounted in demo only. */
export const layerDev = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { issue } = yield* DevTokens
    const { sent } = yield* Mail
    const token = Effect.gen(function* () {
      const { email, scopes } = yield* Effect.mapError(decode((yield* body) ?? {}), invalid)
      const access_token = yield* issue(email, scopes)
      return HttpServerResponse.jsonUnsafe({ access_token, token_type: "Bearer", expires_in: 3600 }, private_)
    })
    yield* router.add("POST", "/dev/token", orRefused("dev.token")(token))
    yield* router.add(
      "GET",
      "/dev/outbox",
      Effect.map(sent, (letters) => HttpServerResponse.jsonUnsafe({ messages: letters.map(message) }, private_))
    )
  })
).pipe(Layer.provide(DevTokens.layer))
