import { Schema } from "effect"
import { AccountId, AgentKeyId } from "./ids.ts"

/** What a token may allow. Browsing and guest checkout need none. */
export const Scope = Schema.Literals([
  "listings.read",
  "listings.write",
  "orders.read",
  "orders.write",
  "seller.manage",
  "notifications.send",
  "admin",
  "openid",
  "email",
  "profile",
  "offline_access"
])
export type Scope = typeof Scope.Type

/** What a person is asked for when their client does not say. */
export const usualScopes: ReadonlyArray<Scope> = ["orders.read", "orders.write"]

export const Role = Schema.Literals(["buyer", "seller", "admin"])
export type Role = typeof Role.Type

/** The door a request came in by. Orders, checkouts and listings keep it as their channel. */
export const Channel = Schema.Literals(["mcp", "acp", "rest", "web", "gateway", "import", "demo"])
export type Channel = typeof Channel.Type

/**
 * Who is asking: nobody we know, a signed-in account with the scopes of its token, a buying agent by its key, or a
 * service account with scopes of its own. `clientId` is the program the account let in.
 */
export const Viewer = Schema.TaggedUnion({
  Guest: {},
  Account: { accountId: AccountId, scopes: Schema.Array(Scope), clientId: Schema.optionalKey(Schema.String) },
  Agent: { agentKeyId: AgentKeyId },
  Service: { clientId: Schema.String, scopes: Schema.Array(Scope) }
})
export type Viewer = typeof Viewer.Type

/** Whom a cart, a checkout or an order belongs to, as it is stored. */
export const Owner = Schema.Union([
  Schema.Literal("guest"),
  Schema.TemplateLiteral(["account:", Schema.String]),
  Schema.TemplateLiteral(["agent:", Schema.String]),
  Schema.TemplateLiteral(["service:", Schema.String])
])
export type Owner = typeof Owner.Type
