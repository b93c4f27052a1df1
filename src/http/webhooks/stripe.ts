import { Clock, Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { PaymentEvents } from "../../ports/PaymentEvents.ts"
import { PaymentNews } from "../../services/PaymentNews.ts"
import { counted } from "../edge.ts"
import { orRefused } from "../rest/told.ts"
import { unsigned } from "./InvalidSignature.ts"
import { rawBody } from "./rawBody.ts"

/** Whatever is not answered with 200 is sent again, for days. Only what is not signed counts against its address. */
export const stripe = Effect.gen(function* () {
  const { read, source } = yield* PaymentEvents
  if (read === undefined) return yield* new NotFound({ what: "address" })
  const { headers } = yield* HttpServerRequest.HttpServerRequest
  const body = yield* rawBody
  const at = new Date(yield* Clock.currentTimeMillis)
  const event = yield* read(body, headers["stripe-signature"], at).pipe(
    Effect.catch(({ why }) => Effect.andThen(counted, unsigned("stripe", why)))
  )
  const news = yield* PaymentNews
  yield* news.hear(source, event)
  return HttpServerResponse.jsonUnsafe({ received: true })
}).pipe(orRefused("webhooks.stripe"))
