import { type Address, type FulfillmentDetails, missingOf, readAddress } from "../../../schemas/acp/address.ts"
import type { Message } from "../../../schemas/acp/Message.ts"
import type { Issue } from "../../../schemas/errors.ts"
import { readAddress as readUsAddress } from "../../domain/usAddress.ts"
import type { Changes } from "../Checkout.ts"
import { blocking } from "./session/messagesOf.ts"

type Field = ReturnType<typeof missingOf>[number]

const fields: Record<string, Field> = { state: "state", zip: "postal_code", country: "country" }

const lacks: Record<Field, string> = {
  line_one: "The street and number are missing.",
  city: "The city is missing.",
  state: "The state is missing; send a code such as IL.",
  postal_code: "The ZIP code is missing.",
  country: "The country is missing; send US."
}

const paramOf = (field: Field) => `$.fulfillment_details.address.${field}`

const wrong = (field: Field, message: string): Message =>
  field === "country"
    ? blocking("region_restricted", "Shops deliver within the United States only.", paramOf(field))
    : blocking("invalid", `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, paramOf(field))

/** Everything that keeps an address from being one, field by field. */
const faults = (address: Address, issues: ReadonlyArray<Issue>): ReadonlyArray<Message> => {
  // Another country says enough.
  const missing = issues.some(({ path }) => path === "country") ? [] : missingOf(address)
  return [
    ...missing.map((field) => blocking("missing", lacks[field], paramOf(field))),
    ...issues.flatMap(({ message, path }) => {
      const field = fields[path]!
      return missing.includes(field) ? [] : [wrong(field, message)]
    })
  ]
}

/** An address nobody can deliver to is no address, and the answer says why; it never leaves the old one in its place. */
export const addressSaid = (
  details: typeof FulfillmentDetails.Type | null | undefined
): { readonly changes: Changes; readonly messages: ReadonlyArray<Message> } => {
  if (details === null || details?.address === null) return { changes: { address: null }, messages: [] }
  if (details?.address === undefined) return { changes: {}, messages: [] }
  const read = readUsAddress(readAddress(details.address))
  const found = faults(details.address, "line1" in read ? [] : read)
  return { changes: { address: "line1" in read && found.length === 0 ? read : null }, messages: found }
}
