import { Schema } from "effect"
import { RejectReason } from "../checkout.ts"
import { Amount } from "./Total.ts"

const Applied = Schema.Struct({
  id: Schema.String,
  code: Schema.optionalKey(Schema.String),
  coupon: Schema.Struct({ id: Schema.String, name: Schema.String }),
  amount: Amount,
  automatic: Schema.Boolean,
  priority: Schema.Int,
  allocations: Schema.Array(Schema.Struct({ path: Schema.String, amount: Amount }))
})

/** The discount extension of a session. */
export const Discounts = Schema.Struct({
  codes: Schema.Array(Schema.String),
  applied: Schema.Array(Applied),
  rejected: Schema.Array(Schema.Struct({ code: Schema.String, reason: RejectReason, message: Schema.String }))
})
export type Discounts = typeof Discounts.Type
