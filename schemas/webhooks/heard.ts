import { Schema } from "effect"

/**
 * What became of an event. Whatever is `applied`, `ignored` or `already_seen` need not be sent again; what is `rejected`
 * was not heard, and may be sent again when it is mended.
 */
export const HeardStatus = Schema.Literals(["applied", "ignored", "already_seen", "rejected"])
export type HeardStatus = typeof HeardStatus.Type

/** The answer to events, one by one in the order in which they came. */
export const Heard = Schema.Struct({
  received: Schema.Literal(true),
  results: Schema.Array(
    Schema.Struct({
      id: Schema.String,
      status: HeardStatus,
      reason: Schema.optionalKey(Schema.String),
      /** Of an inventory event: how many are on the shelf now, and by how many it changed that. */
      stock: Schema.optionalKey(Schema.Natural),
      change: Schema.optionalKey(Schema.Int)
    })
  )
}).annotate({ identifier: "Heard" })
export type Heard = typeof Heard.Type
