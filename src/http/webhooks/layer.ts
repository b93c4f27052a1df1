import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import type { PaymentEvents } from "../../ports/PaymentEvents.ts"
import type { PaymentNews } from "../../services/PaymentNews.ts"
import { stripe } from "./stripe.ts"

/** What others tell us of their own accord, signed. */
export const layerWebhooks = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const services = yield* Effect.context<PaymentEvents | PaymentNews>()
    yield* router.add("POST", "/webhooks/stripe", Effect.provideContext(stripe, services))
  })
)
