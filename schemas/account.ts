import { Schema } from "effect"
import { Role } from "./access.ts"
import { Address } from "./address.ts"
import { AccountId, AddressId } from "./ids.ts"
import { line } from "./text.ts"
import { wire } from "./wire.ts"

/** One line, without what turns the writing around it. */
const seen = /^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u

export const PersonName = line({ maximum: 120, pattern: seen, description: "Name of the account's owner" })

const Phone = line({
  maximum: 32,
  pattern: /^[+\d][\d ()./-]{4,}$/,
  expected: "Expected a phone number, such as +1 503 555 0100"
})

/** An account as its owner sees it. */
export const AccountView = wire({
  id: AccountId,
  name: Schema.String,
  email: Schema.NullOr(Schema.String),
  emailVerified: Schema.Boolean,
  phone: Schema.NullOr(Schema.String),
  roles: Schema.Array(Role),
  memberSince: Schema.NullOr(Schema.String.annotate({ description: "Since when in the Circle" })),
  createdAt: Schema.String
}).annotate({ identifier: "Account" })
export type AccountView = typeof AccountView.Type

/** Absent leaves as it is. */
export const AccountChange = wire({
  name: Schema.optionalKey(PersonName),
  phone: Schema.optionalKey(Schema.NullOr(Phone).annotate({ description: "null removes it" }))
})
export type AccountChange = typeof AccountChange.Type

export const SavedAddress = wire({
  id: AddressId,
  isDefault: Schema.Boolean.annotate({ description: "Checkouts begin with this one" }),
  address: Address
}).annotate({ identifier: "SavedAddress" })
export type SavedAddress = typeof SavedAddress.Type

/** How many an account keeps. */
export const mostAddresses = 10

const isDefault = Schema.optionalKey(
  Schema.Boolean.annotate({ description: "true: checkouts begin with this one from now on" })
)

export const NewAddress = wire({ address: Address, isDefault })
export type NewAddress = typeof NewAddress.Type

/** Absent leaves as it is. */
export const AddressChange = wire({ address: Schema.optionalKey(Address), isDefault })
export type AddressChange = typeof AddressChange.Type

const rows = Schema.Array(Schema.Record(Schema.String, Schema.Unknown))

/** Everything that is kept about an account, as it is kept: amounts are cents, times are UTC. */
export const AccountExport = Schema.Struct({
  exported_at: Schema.String,
  account: Schema.Record(Schema.String, Schema.Unknown),
  held: Schema.Record(Schema.String, rows).annotate({
    description: "By kind: addresses, orders, carts, checkouts, payments, reviews, shops, sessions, audit and the like"
  })
}).annotate({ identifier: "AccountExport" })
export type AccountExport = typeof AccountExport.Type

export const ErasureInput = wire({
  confirm: Schema.String.check(Schema.isMaxLength(254)).annotate({
    description: "The account's e-mail address, so that nothing is deleted by mistake; its id where it has none"
  }),
  password: Schema.optionalKey(
    Schema.String.check(Schema.isMaxLength(1000)).annotate({
      description: "The account's password, which its owner types; needed where it has one. It is not kept."
    })
  )
})
