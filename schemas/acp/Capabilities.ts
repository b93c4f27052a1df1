import { Schema } from "effect"

/** How an agent may pay. */
export const PaymentHandler = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  display_name: Schema.String,
  version: Schema.String,
  spec: Schema.String,
  requires_delegate_payment: Schema.Boolean,
  requires_pci_compliance: Schema.Boolean,
  psp: Schema.String,
  config_schema: Schema.String,
  instrument_schemas: Schema.Array(Schema.String),
  config: Schema.Record(Schema.String, Schema.Unknown)
})
export type PaymentHandler = typeof PaymentHandler.Type

export const Intervention = Schema.Literals(["3ds"])

export const Capabilities = Schema.Struct({
  payment: Schema.Struct({ handlers: Schema.Array(PaymentHandler) }),
  interventions: Schema.Struct({
    supported: Schema.Array(Intervention),
    required: Schema.Array(Intervention),
    enforcement: Schema.Literals(["conditional"])
  }),
  extensions: Schema.Array(
    Schema.Struct({ name: Schema.String, extends: Schema.Array(Schema.String), spec: Schema.String })
  )
})
export type Capabilities = typeof Capabilities.Type
