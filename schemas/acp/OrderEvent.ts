import { Schema } from "effect"
import { Order } from "./Order.ts"

/** What an agent is told about an order: always all of it, never a difference. The past forms are OpenAI's. */
export const OrderEvent = Schema.Struct({
  type: Schema.Literals(["order_create", "order_update", "order_created", "order_updated"]),
  data: Order
})
export type OrderEvent = typeof OrderEvent.Type
