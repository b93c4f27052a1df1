import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { NotFound, Unauthorized } from "../../../../schemas/errors.ts"
import { OrderId } from "../../../../schemas/ids.ts"
import { OrderDetail, OrdersAnswer, OrdersQuery } from "../../../../schemas/order.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { refusals } from "../refusals.ts"

const list = HttpApiEndpoint.get("list", "/api/v1/orders", {
  query: OrdersQuery,
  success: OrdersAnswer,
  error: refusals(Unauthorized)
}).annotateMerge(
  about({
    summary: "List orders",
    description: "Newest first: what the account bought, or what its shop sold.",
    scopes: ["orders.read"],
    query: OrdersQuery
  })
)

const read = HttpApiEndpoint.get("read", "/api/v1/orders/:id", {
  params: { id: OrderId },
  success: Schema.Struct({ order: OrderDetail }),
  error: refusals(NotFound)
}).annotateMerge(
  about({ summary: "Read an order", description: "To its buyer and to its shop.", scopes: ["orders.read"] })
)

export class Orders extends HttpApiGroup.make("orders")
  .add(list, read)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What was bought and what was sold" })) {}
