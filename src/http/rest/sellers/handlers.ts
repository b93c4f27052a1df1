import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { ListingWritten } from "../../../../schemas/selling.ts"
import { Dashboards } from "../../../services/Dashboards.ts"
import { Selling } from "../../../services/Selling.ts"
import { ShopOrders } from "../../../services/ShopOrders.ts"
import { Api } from "../../Api.ts"
import { Writing } from "../Writing.ts"
import { create, put, remove, report, update } from "./contract.ts"

const subject = ({ listing }: ListingWritten) => listing.id

export const layerSellers = HttpApiBuilder.group(
  Api,
  "sellers",
  Effect.fnUntraced(function* (handlers) {
    const selling = yield* Selling
    const dashboards = yield* Dashboards
    const orders = yield* ShopOrders
    const { once, saga } = yield* Writing
    return handlers
      .handle("list", ({ query }) => selling.list(query))
      .handle("read", ({ params }) => Effect.map(selling.read(params.id), (listing) => ({ listing })))
      .handle("dashboard", ({ query }) => Effect.map(dashboards.read(query), (dashboard) => ({ dashboard })))
      .handleRaw(
        "create",
        saga(create, (draft, _, record) => selling.create(draft, record), subject)
      )
      .handleRaw(
        "update",
        saga(update, (updates, { params }, record) => selling.update(params.id, updates, record), subject)
      )
      .handleRaw(
        "put",
        saga(put, (updates, { params }, record) => selling.update(params.id, updates, record), subject)
      )
      .handleRaw(
        "remove",
        saga(
          remove,
          ({ reason }, { params }, record) => selling.remove(params.id, reason, record),
          ({ listingId }) => listingId
        )
      )
      .handleRaw(
        "report",
        once(
          report,
          (said, { params }) => orders.report(params.id, said),
          ({ order }) => order.id
        )
      )
  })
)
