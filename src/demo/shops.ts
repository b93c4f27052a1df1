import { random } from "./random.ts"
import type { AccountRow, AddressRow, ShopRow } from "./rows.ts"
import { daysBefore } from "./time.ts"
import { homes } from "./words/cities.ts"
import { firstNames, lastNames } from "./words/people.ts"
import { type Maker, makers, policies } from "./words/shops.ts"

/** A shop with the words it writes by; rating and reviews are counted later. */
export interface Shop {
  readonly row: ShopRow
  readonly maker: Maker
  /** How well it does what it does, from 0 to 1: its reviews follow from that. */
  readonly quality: number
}

const emails: Readonly<Record<string, string>> = {
  "clay-and-kiln": "seller@craftlocal.test",
  "halyard-goods": "seller2@craftlocal.test"
}

/** An account with the address it has parcels sent to. */
export type Person = AccountRow & { readonly address: AddressRow["address"] | null }

/** The accounts that interface documents promise, beside the makers and the other buyers. */
export const generatePeople = (seed: number, now: Date) => {
  const r = random(seed, "people")
  const account = (email: string, name: string, roles: AccountRow["roles"], days: number): Person => ({
    id: r.id("acc"),
    email,
    name,
    roles,
    phone: null,
    address: null,
    member_since: null,
    created_at: daysBefore(now, days),
    email_verified_at: daysBefore(now, days)
  })
  const at = (name: string, index: number) => ({ name, ...homes[index % homes.length]!, country: "US" })

  const buyer: Person = {
    ...account("buyer@craftlocal.test", "Avery Collins", ["buyer"], 410),
    phone: "+13125550142",
    address: { ...at("Avery Collins", 0), line2: "Apt 3F" },
    member_since: daysBefore(now, 240)
  }
  const guest = account("guest-buyer@craftlocal.test", "Sam Taylor", ["buyer"], 35)
  const admin = account("admin@craftlocal.test", "Robin Achebe", ["admin"], 900)

  const lasts = r.shuffled(lastNames)
  const others = r
    .shuffled(firstNames)
    .slice(0, 42)
    .map((first, index): Person => {
      const last = lasts[index % lasts.length]!
      const name = `${first} ${last}`
      return {
        ...account(`${first}.${last}@craftlocal.test`.toLowerCase(), name, ["buyer"], r.int(340, 700)),
        phone: r.chance(0.5) ? `+1${r.pick(["312", "503", "512", "215", "206", "612"])}55501${r.int(10, 99)}` : null,
        address: at(name, r.int(0, homes.length - 1)),
        member_since: r.chance(0.3) ? daysBefore(now, r.int(5, 110)) : null
      }
    })

  const owners = makers.map((maker) => {
    const email = emails[maker.slug] ?? `maker-${maker.slug}@craftlocal.test`
    return account(email, maker.owner, ["seller"], r.int(1000, 1800))
  })
  const shops = makers.map(
    (maker, index): Shop => ({
      maker,
      quality: 0.55 + 0.45 * r.next(),
      row: {
        id: r.id("shp"),
        account_id: owners[index]!.id,
        name: maker.name,
        description: maker.description,
        city: maker.city,
        rating: 0,
        total_reviews: 0,
        return_policy: policies[maker.policy]!,
        created_at: daysBefore(now, r.int(760, 990))
      }
    })
  )
  return { buyer, accounts: [buyer, guest, admin, ...owners, ...others], buyers: others, shops }
}
