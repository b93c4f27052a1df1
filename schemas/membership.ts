import { Schema } from "effect"
import { Currency, Dollars } from "./money.ts"
import { wire } from "./wire.ts"

/** The buyer programme, and how the person who asks stands to it. Joining is free. */
export const Membership = wire({
  program: Schema.String.annotate({ description: "What the programme is called" }),
  member: Schema.Boolean,
  memberSince: Schema.NullOr(Schema.String),
  signedIn: Schema.Boolean.annotate({ description: "false for guests, who sign in before they join" }),
  freeShippingFrom: Dollars.annotate({ description: "Members ship free from this subtotal of a shop on" }),
  currency: Currency,
  benefits: Schema.Array(Schema.String)
}).annotate({ identifier: "Membership" })
export type Membership = typeof Membership.Type

export const MembershipAnswer = wire({ membership: Membership, message: Schema.optionalKey(Schema.String) })
export type MembershipAnswer = typeof MembershipAnswer.Type
