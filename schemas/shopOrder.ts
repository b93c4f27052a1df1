import { Schema } from "effect"
import { OrderId } from "./ids.ts"
import { OrderStatus } from "./order.ts"
import { note, parcel } from "./webhooks/orderReport.ts"
import { wire } from "./wire.ts"

/** What a shop says of an order of its own. */
export const shopReportFields = {
  status: Schema.Literals(["processing", "ready_for_pickup", "shipped", "delivered"]).annotate({
    description: "Where the order stands now"
  }),
  ...parcel,
  note
}
export const ShopReport = wire(shopReportFields).annotate({ identifier: "ShopReport" })
export type ShopReport = typeof ShopReport.Type

export const OrderMoved = wire({
  order: wire({
    id: OrderId,
    orderNumber: Schema.String,
    status: OrderStatus,
    carrier: Schema.NullOr(Schema.String),
    trackingNumber: Schema.NullOr(Schema.String),
    trackingUrl: Schema.NullOr(Schema.String)
  }),
  message: Schema.String
}).annotate({ identifier: "OrderMoved" })
export type OrderMoved = typeof OrderMoved.Type
