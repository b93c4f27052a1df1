import { Schema } from "effect"
import type { Address as Words } from "../address.ts"
import { contact } from "./buyer.ts"
import { optional, text } from "./optional.ts"

/** `name` and `state` must be there by the specification, yet not every client knows them. */
export const Address = Schema.Struct({
  name: optional(text(120)),
  line_one: text(120, 1),
  line_two: optional(text(120)),
  city: text(80, 1),
  state: optional(text(40)),
  country: text(60, 1),
  postal_code: text(16, 1)
})
export type Address = typeof Address.Type

export const FulfillmentDetails = Schema.Struct({ ...contact, address: optional(Address) })

/** The address in our words, not yet known to be one. */
export const readAddress = (address: Address): Words => {
  const { city, country, line_one, line_two, name, postal_code, state } = address
  return {
    ...(name && { name }),
    line1: line_one,
    ...(line_two && { line2: line_two }),
    city,
    state: state ?? "",
    zip: postal_code,
    country
  }
}

/** An address as the protocol wants it told. */
export const addressOf = (address: Words, name: string | undefined) => ({
  name: address.name || name || "",
  line_one: address.line1,
  ...(address.line2 && { line_two: address.line2 }),
  city: address.city,
  state: address.state,
  country: address.country,
  postal_code: address.zip
})
