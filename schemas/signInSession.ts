import { Schema } from "effect"
import { Scope } from "./access.ts"
import { wire } from "./wire.ts"

export const SignInStatus = Schema.Literals(["pending", "authenticated"])

/** Enough for 256 bits in base64url, and no more. */
export const SessionHandle = Schema.String.check(Schema.isMaxLength(100)).annotate({
  description: "The sess_… id from create_session"
})

/** What a person may let a client without OAuth do. */
export const AskableScope = Schema.Literals([
  "listings.read",
  "listings.write",
  "orders.read",
  "orders.write",
  "seller.manage"
])

export const askedScopes = Schema.optionalKey(
  Schema.Array(AskableScope)
    .check(Schema.isMaxLength(5))
    .annotate({ description: "What the user wants done; they choose among these. Their orders when not given" })
)

/** A sign-in as the client sees it. */
export const SignInSession = wire({
  session: wire({
    id: Schema.String,
    status: SignInStatus,
    signInUrl: Schema.optionalKey(Schema.String.annotate({ description: "Where the user signs in, in a browser" })),
    expiresAt: Schema.String,
    account: Schema.optionalKey(wire({ name: Schema.String })),
    scopes: Schema.Array(Scope)
  }),
  message: Schema.String
})
export type SignInSession = typeof SignInSession.Type
