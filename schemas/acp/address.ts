import { Schema } from "effect"
import type { Address as Words } from "../address.ts"
import { contact } from "./buyer.ts"
import { optional, text } from "./optional.ts"

/** What is missing is told in the session, field by field. */
export const Address = Schema.Struct({
  name: optional(text(120)),
  line_one: optional(text(120)),
  line_two: optional(text(120)),
  city: optional(text(80)),
  state: optional(text(40)),
  country: optional(text(60)),
  postal_code: optional(text(16))
})
export type Address = typeof Address.Type

export const FulfillmentDetails = Schema.Struct({ ...contact, address: optional(Address) })
type Details = typeof FulfillmentDetails.Type

/** Where it goes; the first release says only the address. */
export const destination = { fulfillment_details: optional(FulfillmentDetails), fulfillment_address: optional(Address) }

interface Spelled {
  readonly fulfillment_details?: Details | null
  readonly fulfillment_address?: Address | null
}

/** The destination of a request, whichever way it is spelled. */
export const askedDetails = ({ fulfillment_address, fulfillment_details }: Spelled): Details | null | undefined =>
  fulfillment_address === undefined || fulfillment_details?.address
    ? fulfillment_details
    : { ...fulfillment_details, address: fulfillment_address }

/** The fields an address cannot be without; the country is ours when none is named, but it is asked for. */
export const missingOf = (address: Address) =>
  (["line_one", "city", "state", "postal_code", "country"] as const).filter((field) => !address[field])

/** The address in our words, not yet known to be one. */
export const readAddress = (address: Address): Words => {
  const { city, country, line_one, line_two, name, postal_code, state } = address
  return {
    ...(name && { name }),
    line1: line_one ?? "",
    ...(line_two && { line2: line_two }),
    city: city ?? "",
    state: state ?? "",
    zip: postal_code ?? "",
    country: country || "US"
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
