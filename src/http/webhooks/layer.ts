import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import { PaymentEvents } from "../../ports/PaymentEvents.ts"
import { PaymentNews } from "../../services/PaymentNews.ts"
import { stripe } from "./stripe.ts"

/** What others tell us of their own accord, signed. */
export const layerWebhooks = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    yield* router.add("POST", "/webhooks/stripe", stripe(yield* PaymentEvents, yield* PaymentNews))
  })
)
