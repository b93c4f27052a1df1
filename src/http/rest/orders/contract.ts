import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "effect/http-api"
import {
  CancelWindowOver,
  Forbidden,
  Invalid,
  KeyInFlight,
  KeyReused,
  NotFound,
  OrderMovedOn,
  Unauthorized
} from "../../../../schemas/errors.ts"
import { OrderId } from "../../../../schemas/ids.ts"
import { CancelInput, OrderDetail, OrdersAnswer, OrdersQuery } from "../../../../schemas/order.ts"
import { wire } from "../../../../schemas/wire.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const Shown = Schema.Struct({ order: OrderDetail })

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
  success: Shown,
  error: refusals(NotFound)
}).annotateMerge(
  about({ summary: "Read an order", description: "To its buyer and to its shop.", scopes: ["orders.read"] })
)

const invoice = HttpApiEndpoint.get("invoice", "/api/v1/orders/:id/invoice", {
  params: { id: OrderId },
  success: Schema.String.annotate({ description: "A page to print" }).pipe(
    HttpApiSchema.asText({ contentType: "text/html" })
  ),
  error: refusals(NotFound)
}).annotateMerge(
  about({
    summary: "Read an invoice",
    description:
      "To its buyer and to its shop, as a page to print. `invoice_url` of an order is the same page for a browser that is signed in.",
    scopes: ["orders.read"]
  })
)

export const cancel = HttpApiEndpoint.post("cancel", "/api/v1/orders/:id/cancel", {
  params: { id: OrderId },
  headers: idempotent,
  payload: wire(CancelInput),
  success: Shown,
  error: refusals(
    NotFound,
    Invalid,
    Forbidden,
    OrderMovedOn,
    CancelWindowOver,
    KeyInFlight,
    KeyReused,
    TooLarge,
    WrongType
  )
}).annotateMerge(
  about({
    summary: "Cancel an order",
    description:
      "By its buyer, until `cancelable_until`: the whole amount goes back and the shop is told. A guest's order answers to whoever holds its id; an account's needs a token with `orders.write`."
  })
)

export class Orders extends HttpApiGroup.make("orders")
  .add(list, read, invoice, cancel)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What was bought and what was sold" })) {}
