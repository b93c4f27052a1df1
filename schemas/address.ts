import { Effect, Schema } from "effect"
import { line } from "./text.ts"
import { wire } from "./wire.ts"

const optionalLine = (maximum: number, description: string) =>
  Schema.optionalKey(line({ maximum, minimum: 0, description }))

/** Where a parcel goes. `state` is a USPS code and `zip` five digits or ZIP+4; the marketplace ships within the US. */
export const Address = wire({
  name: optionalLine(120, "Who receives it, when it is not the buyer"),
  line1: line({ maximum: 120, description: "Street and number" }),
  line2: optionalLine(120, "Apartment, floor, building"),
  city: line({ maximum: 80, description: "City" }),
  state: line({ maximum: 40, description: "Two-letter state code, such as IL" }),
  zip: line({ maximum: 16, description: "ZIP code, such as 60601" }),
  country: line({ maximum: 2, description: "US; shops deliver nowhere else" }).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("US"))
  )
})
export type Address = typeof Address.Type

/** Whole, at most 254 characters, one @, a dot in the domain. */
export const Email = line({
  maximum: 254,
  pattern: /^[^\s\p{Cc}\p{Cs}@<>"]+@[^\s\p{Cc}\p{Cs}@<>"]+\.[^\s\p{Cc}\p{Cs}@<>".]+$/u,
  expected: "Expected an e-mail address, such as ada@example.com",
  description: "E-mail address; guests must give one"
})

/** How the buyer can be reached. */
export const buyer = {
  email: Schema.optionalKey(Email),
  name: optionalLine(120, "Name of the buyer"),
  phone: optionalLine(32, "Phone number of the buyer")
}

/** Who buys. Guests must give an e-mail before they pay. */
export const Buyer = wire(buyer)
export type Buyer = typeof Buyer.Type
