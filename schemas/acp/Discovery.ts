import { Schema } from "effect"

/** What agents read first, at `/.well-known/acp.json`. */
export const Discovery = Schema.Struct({
  protocol: Schema.Struct({
    name: Schema.Literal("acp"),
    version: Schema.String,
    /** Oldest first. */
    supported_versions: Schema.Array(Schema.String)
  }),
  api_base_url: Schema.String,
  transports: Schema.Array(Schema.Literals(["rest", "mcp"])),
  capabilities: Schema.Struct({
    services: Schema.Array(Schema.Literals(["checkout", "orders", "carts"])),
    extensions: Schema.Array(Schema.Struct({ name: Schema.String, spec: Schema.String })),
    intervention_types: Schema.Array(Schema.Literals(["3ds"])),
    supported_currencies: Schema.Array(Schema.String)
  })
})
export type Discovery = typeof Discovery.Type
