import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Purchases } from "../../../services/Purchases.ts"
import { Api } from "../../Api.ts"

export const layerOrders = HttpApiBuilder.group(
  Api,
  "orders",
  Effect.fnUntraced(function* (handlers) {
    const purchases = yield* Purchases
    return handlers.handleAll({
      list: ({ query }) => purchases.list(query),
      read: ({ params }) => Effect.map(purchases.detail(params.id), (order) => ({ order }))
    })
  })
)
