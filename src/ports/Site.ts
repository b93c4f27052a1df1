import { Context, Duration } from "effect"

/** How this marketplace is addressed and run. */
export class Site extends Context.Reference<{
  /** Where people and agents reach it, without a slash at the end. */
  readonly publicUrl: string
  /** How long a checkout lives after its last change. */
  readonly checkoutTtl: Duration.Duration
  /** How long a sign-in of a client without OAuth lives after its last use. */
  readonly signInTtl: Duration.Duration
  /** How long a cart lives after its last change. */
  readonly cartTtl: Duration.Duration
  /** How long after the purchase its buyer may cancel an order that nobody has begun to make. */
  readonly cancelWindow: Duration.Duration
  /** Members ship free from this subtotal of a shop on, in cents. */
  readonly freeShippingFrom: number
  /** New listings, and new words and pictures of old ones, wait until an operator has seen them. */
  readonly moderation: boolean
  readonly name: string
  readonly version: string
}>("craftlocal/ports/Site", {
  defaultValue: () => ({
    publicUrl: "http://localhost:3001",
    checkoutTtl: Duration.minutes(30),
    signInTtl: Duration.minutes(10),
    cartTtl: Duration.days(14),
    cancelWindow: Duration.hours(1),
    freeShippingFrom: 50_00,
    moderation: false,
    name: "CraftLocal",
    version: "0.1.0"
  })
}) {}
