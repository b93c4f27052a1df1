import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { OrderDetail } from "../../../../schemas/order.ts"
import { Site } from "../../../ports/Site.ts"
import { Purchases } from "../../../services/Purchases.ts"
import { Api } from "../../Api.ts"
import { invoicePage } from "../../pages/orders/invoicePage.ts"
import { page } from "../../pages/page.ts"
import { Writing } from "../Writing.ts"
import { cancel } from "./contract.ts"

export const layerOrders = HttpApiBuilder.group(
  Api,
  "orders",
  Effect.fnUntraced(function* (handlers) {
    const purchases = yield* Purchases
    const { name } = yield* Site
    const { once } = yield* Writing
    const shown = Effect.map((order: OrderDetail) => ({ order }))
    return handlers
      .handle("list", ({ query }) => purchases.list(query))
      .handle("read", ({ params }) => shown(purchases.detail(params.id)))
      .handleRaw("invoice", ({ params }) =>
        Effect.map(purchases.invoice(params.id), (invoiced) => page(name, invoicePage(invoiced)))
      )
      .handleRaw(
        "cancel",
        once(
          cancel,
          ({ reason }, { params }) => shown(purchases.cancel(params.id, reason)),
          ({ order }) => order.id
        )
      )
  })
)
