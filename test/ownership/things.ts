import { as, rest, tool } from "../badinput/ask.ts"
import { address, type Market } from "../badinput/market.ts"
import type { Person, Tokens } from "./people.ts"

/** Something of somebody's. */
export interface Thing {
  /** Those to whom it is there. */
  readonly owners: ReadonlyArray<Person>
  /** Gives its id. */
  readonly make: (market: Market, tokens: Tokens) => Promise<string>
}

export type Things = Readonly<Record<string, Thing>>

const buyers = ["buyer"] as const

export const carts: Things = {
  "an account's": { owners: buyers, make: (m, { buyer }) => m.cart(buyer) },
  "an agent's": { owners: [], make: (m) => m.agentCart() },
  "a service account's": { owners: ["service"], make: (m, { service }) => m.cart(service) }
}

export const checkouts: Things = {
  "an account's": { owners: buyers, make: (m, { buyer }) => m.ready(buyer) },
  "an agent's": { owners: [], make: (m) => m.session() },
  "a service account's": { owners: ["service"], make: (m, { service }) => m.ready(service) }
}

const orderOf = async ({ world }: Market, checkout: string) => {
  const [row] = await world.sql((sql) => sql<{ id: string }>`SELECT id FROM orders WHERE checkout_id = ${checkout}`)
  return row!.id
}

export const orders: Things = {
  "an account's": { owners: buyers, make: (m) => m.bought() },
  "an agent's": { owners: [], make: async (m) => orderOf(m, await m.paidSession()) },
  "a service account's": { owners: ["service"], make: async (m, { service }) => orderOf(m, await m.paid(service)) }
}

/** Orders by the shop they came to. */
export const sales: Things = {
  "the maker's": { owners: ["maker"], make: (m) => m.sold("standard") },
  "another shop's, of a buyer": { owners: [], make: (m) => m.bought() }
}

export const addresses: Things = {
  "an account's": {
    owners: buyers,
    make: async ({ sent }, { buyer }) => {
      const { body } = await sent(as(buyer, rest("GET", "/account/addresses")))
      for (const { id } of body.addresses.slice(3)) await sent(as(buyer, rest("DELETE", `/account/addresses/${id}`)))
      return (await sent(as(buyer, rest("POST", "/account/addresses", { address })))).body.address.id
    }
  }
}

const drafted = async ({ sent, sketch }: Market, token: string) =>
  (await sent(as(token, rest("POST", "/sellers/listings", { ...sketch, status: "draft" })))).body.listing.id

/** Listings that are not for sale. */
export const drafts: Things = {
  "a maker's": { owners: ["maker"], make: (m, { maker }) => drafted(m, maker) },
  "one that waits for review": { owners: ["maker"], make: (m) => m.waiting() }
}

/** The same where something is bought: even their makers cannot. */
export const unsold: Things = Object.fromEntries(
  Object.entries(drafts).map(([whose, draft]) => [whose, { ...draft, owners: [] }])
)

export const listings: Things = {
  "a maker's": { owners: ["maker"], make: (m) => m.made() },
  "a maker's draft": { owners: ["maker"], make: (m, { maker }) => drafted(m, maker) },
  "another maker's": { owners: ["another maker"], make: (m, tokens) => drafted(m, tokens["another maker"]) }
}

export const shops: Things = {
  "a maker's": {
    owners: ["maker"],
    make: async ({ world }) => {
      const [row] = await world.sql(
        (sql) => sql<{ id: string }>`SELECT s.id FROM shops s JOIN accounts a ON a.id = s.account_id
          WHERE a.email = 'seller@craftlocal.test'`
      )
      return row!.id
    }
  },
  "nobody's here": { owners: [], make: async ({ variedShop }) => variedShop }
}

export const signIns: Things = {
  "an account's": {
    owners: buyers,
    make: async ({ sent }, { buyer }) =>
      (await sent(as(buyer, tool("create_session")))).body.result.structuredContent.session.id
  },
  "a guest's": {
    owners: ["nobody"],
    make: async ({ sent }) => (await sent(tool("create_session"))).body.result.structuredContent.session.id
  }
}
