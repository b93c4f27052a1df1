import { Schema } from "effect"
import { Email, type Buyer as Words } from "../address.ts"
import { optional, text } from "./optional.ts"

const name = optional(text(120))
const phone = optional(text(32))

/** Clients name a buyer as `name`, as `full_name`, or as `first_name` and `last_name`. */
export const Buyer = Schema.Struct({
  email: optional(Email),
  name,
  full_name: name,
  first_name: name,
  last_name: name,
  phone_number: phone
})
export type Buyer = typeof Buyer.Type

/** Whom the parcel goes to; what it says of the buyer counts where the buyer does not say it. */
export const contact = { name, phone_number: phone, email: optional(Email) }

interface Contact {
  readonly name?: string | null
  readonly phone_number?: string | null
  readonly email?: string | null
}

const nameOf = ({ first_name, full_name, last_name, name }: Buyer) =>
  full_name || name || [first_name, last_name].filter(Boolean).join(" ")

/** The buyer in our words. */
export const readBuyer = (buyer: Buyer | null | undefined, contact: Contact | null | undefined): Words => {
  const email = buyer?.email || contact?.email
  const name = (buyer && nameOf(buyer)) || contact?.name
  const phone = buyer?.phone_number || contact?.phone_number
  return { ...(email && { email }), ...(name && { name: name.slice(0, 120) }), ...(phone && { phone }) }
}
