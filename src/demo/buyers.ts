import { Schema } from "effect"
import { Address } from "../../schemas/address.ts"
import type { Random } from "./random.ts"
import type { Person } from "./shops.ts"
import { homes } from "./words/cities.ts"
import { firstNames, lastNames } from "./words/people.ts"

/** Who bought: an account, a guest or an agent. */
export interface Buyer {
  readonly owner: string
  readonly accountId: string | null
  readonly name: string
  readonly email: string
  readonly address: Address
}

const decodeAddress = Schema.decodeUnknownSync(Address)

export const ofAccount = ({ address, email, id, name }: Person): Buyer => ({
  owner: `account:${id}`,
  accountId: id,
  name,
  email,
  address: decodeAddress(address)
})

/** Somebody without an account here. */
export const stranger = (owner: string, r: Random): Buyer => {
  const first = r.pick(firstNames)
  const last = r.pick(lastNames)
  const name = `${first} ${last}`
  const email = `${first}.${last}@mail.craftlocal.test`.toLowerCase()
  return { owner, accountId: null, name, email, address: decodeAddress({ name, ...r.pick(homes), country: "US" }) }
}
