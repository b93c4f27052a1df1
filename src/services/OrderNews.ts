import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { type Invalid, NotFound, type Unavailable } from "../../schemas/errors.ts"
import type { Order } from "../../schemas/order.ts"
import type { OrderReport } from "../../schemas/webhooks/orderReport.ts"
import { withinLife } from "../domain/reportTime.ts"
import { Ids } from "../ports/Ids.ts"
import { Audit } from "../store/Audit.ts"
import { Orders } from "../store/Orders.ts"
import { orUnavailable } from "../store/Sql.ts"
import { WebhooksSeen } from "../store/WebhooksSeen.ts"
import { Fulfilment } from "./Fulfilment.ts"
import { now } from "./now.ts"

/** What became of an event that could be heard. */
export interface HeardOrder {
  readonly status: "applied" | "ignored" | "already_seen"
  readonly reason?: string
}

/** How a parcel is followed, as far as it is news: what comes late fills what is missing, and corrects nothing. */
const following = (order: Order, at: Date, { carrier, trackingNumber, trackingUrl }: OrderReport) => {
  const isLate = order.trackingNumber !== null && order.events.some((event) => event.at > at)
  if (isLate) return {}
  return {
    ...(carrier !== undefined && { carrier }),
    ...(trackingNumber !== undefined && { trackingNumber }),
    ...(trackingUrl !== undefined && { trackingUrl })
  }
}

/** What carriers and shops tell of orders. That they are who they say, the door has seen to. */
export class OrderNews extends Context.Service<
  OrderNews,
  {
    /**
     * Once for each id, together with its trace in the audit. What can no longer happen is ignored, and heard; what fails
     * is not heard, and may be sent again.
     */
    readonly hear: (report: OrderReport) => Effect.Effect<HeardOrder, NotFound | Invalid | Unavailable>
  }
>()("craftlocal/services/OrderNews") {
  static readonly layer = Layer.effect(
    OrderNews,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const orders = yield* Orders
      const seen = yield* WebhooksSeen
      const audit = yield* Audit
      const ids = yield* Ids
      const fulfilment = yield* Fulfilment

      const hear = Effect.fn("OrderNews.hear")(
        function* (report: OrderReport) {
          const { id, location, note, type } = report
          const arrived = yield* now
          if (!(yield* seen.first("orders", id, arrived))) return { status: "already_seen" } as const
          const order = yield* orders.take(report.order)
          if (order === undefined) return yield* new NotFound({ what: "order" })
          const at = yield* Effect.fromResult(withinLife(report.occurredAt, order.createdAt, arrived))
          const said = {
            ...following(order, at, report),
            ...(location !== undefined && { location }),
            ...(note !== undefined && { note })
          }
          const heard = yield* fulfilment.happened(order.id, { type, at, ...said }).pipe(
            Effect.as<HeardOrder>({ status: "applied" }),
            Effect.catchTag("OrderMovedOn", ({ message }) =>
              Effect.succeed<HeardOrder>({ status: "ignored", reason: message })
            )
          )
          yield* audit.add({
            at: arrived,
            actor: "webhook:orders",
            channel: "webhook",
            action: heard.status === "applied" ? `order.${type}` : "order.ignored",
            subject: order.id,
            correlationId: yield* ids.next("job")
          })
          return heard
        },
        sql.withTransaction,
        orUnavailable
      )

      return OrderNews.of({ hear })
    })
  )
}
