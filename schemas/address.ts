import { Effect, Schema } from "effect"
import { wire } from "./wire.ts"

/** One line of text as people type it: trimmed, neither empty nor endless, without control characters. */
export const line = (maximum: number) =>
  Schema.Trim.check(Schema.isMinLength(1), Schema.isMaxLength(maximum), Schema.isPattern(/^\P{Cc}*$/u))

const optionalLine = (maximum: number) =>
  Schema.optionalKey(Schema.Trim.check(Schema.isMaxLength(maximum), Schema.isPattern(/^\P{Cc}*$/u)))

/** Where a parcel goes. `state` is a USPS code and `zip` five digits or ZIP+4; the marketplace ships within the US. */
export const Address = wire({
  name: optionalLine(120),
  line1: line(120).annotate({ description: "Street and number" }),
  line2: optionalLine(120),
  city: line(80),
  state: line(40).annotate({ description: "Two-letter state code, such as IL" }),
  zip: line(16).annotate({ description: "ZIP code, such as 60601" }),
  country: line(2).pipe(Schema.withDecodingDefaultKey(Effect.succeed("US")))
})
export type Address = typeof Address.Type

/** Whole, trimmed, at most 254 characters, one @, a dot in the domain. */
export const Email = Schema.Trim.check(
  Schema.isMaxLength(254),
  Schema.isPattern(/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/)
).annotate({ description: "E-mail address", format: "email" })

/** How the buyer can be reached. */
export const buyer = {
  email: Schema.optionalKey(Email),
  name: optionalLine(120),
  phone: optionalLine(32)
}

/** Who buys. Guests must give an e-mail before they pay. */
export const Buyer = wire(buyer)
export type Buyer = typeof Buyer.Type
