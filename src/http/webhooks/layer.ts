import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import type { PaymentEvents } from "../../ports/PaymentEvents.ts"
import type { RateLimit } from "../../ports/RateLimit.ts"
import type { WebhookSecret } from "../../ports/WebhookSecret.ts"
import type { Journal } from "../../services/Journal.ts"
import type { OrderNews } from "../../services/OrderNews.ts"
import type { PaymentNews } from "../../services/PaymentNews.ts"
import type { StockNews } from "../../services/StockNews.ts"
import { inventory } from "./inventory.ts"
import { orders } from "./orders.ts"
import { stripe } from "./stripe.ts"

type Services = PaymentEvents | PaymentNews | OrderNews | StockNews | WebhookSecret | RateLimit | Journal

/** What others tell us of their own accord, signed. */
export const layerWebhooks = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const provide = Effect.provideContext(yield* Effect.context<Services>())
    yield* router.add("POST", "/webhooks/stripe", provide(stripe))
    yield* router.add("POST", "/webhooks/orders", provide(orders))
    yield* router.add("POST", "/webhooks/inventory", provide(inventory))
  })
)
