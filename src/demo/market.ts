import { createHash } from "node:crypto"
import { discountCodes } from "./discounts.ts"
import { demoFace } from "./face.ts"
import { generateListings, type Offer } from "./listings.ts"
import { generateTrade, type Sale } from "./orders.ts"
import { demoPasswords } from "./passwords.ts"
import { generateQuestions } from "./questions.ts"
import { random } from "./random.ts"
import { generateReviews } from "./reviews.ts"
import type { AddressRow, ListingRow, Market, PasswordRow, ReviewRow, ServiceAccountRow, ShopRow } from "./rows.ts"
import { generatePeople, type Person, type Shop } from "./shops.ts"
import { daysBefore } from "./time.ts"
import { cities } from "./words/cities.ts"
import { crafts } from "./words/index.ts"

/** Which market: the same seed, moment and number of active listings always give the same one. */
export interface MarketOptions {
  readonly seed: number
  readonly now: Date
  readonly listings?: number
}

const counted = ({ row }: Shop, offers: ReadonlyArray<Offer>, reviews: ReadonlyArray<ReviewRow>): ShopRow => {
  const its = new Set(offers.filter((offer) => offer.row.shop_id === row.id).map((offer) => offer.row.id))
  const ratings = reviews.filter(({ listing_id }) => its.has(listing_id)).map(({ rating }) => rating)
  const sum = ratings.reduce((total, rating) => total + rating, 0)
  const rating = ratings.length === 0 ? 0 : Math.round((100 * sum) / ratings.length) / 100
  return { ...row, rating, total_reviews: ratings.length }
}

const addressOf = ({ address, created_at, id }: Person): ReadonlyArray<AddressRow> =>
  address === null ? [] : [{ id: id.replace("acc_", "adr_"), account_id: id, address, is_default: true, created_at }]

const passwordOf = ({ created_at, email, id }: Person): ReadonlyArray<PasswordRow> => {
  const known = demoPasswords[email]
  return known === undefined ? [] : [{ account_id: id, hash: known.hash, changed_at: created_at }]
}

/** How much a listing is liked: its reviews and sales, and a little chance. */
const ranked = (
  offers: ReadonlyArray<Offer>,
  reviews: ReadonlyArray<ReviewRow>,
  sales: ReadonlyArray<Sale>,
  seed: number
) => {
  const r = random(seed, "popularity")
  const liked = new Map<string, number>()
  const add = (id: string, points: number) => liked.set(id, (liked.get(id) ?? 0) + points)
  for (const { listing_id, rating } of reviews) add(listing_id, 2 * rating - 4)
  for (const { lines } of sales) for (const { listing_id, quantity } of lines) add(listing_id, 8 * quantity)
  return offers.map(
    ({ row }): ListingRow => ({ ...row, popularity: Math.max(0, (liked.get(row.id) ?? 0) + r.int(0, 15)) })
  )
}

const hashed = (secret: string) => createHash("sha256").update(secret).digest("hex")

/** The program that the demo lets act for itself. */
export const demoService = (at: Date): ServiceAccountRow => ({
  id: demoFace.service.id,
  name: "Demo gateway",
  secret_hash: hashed(demoFace.service.secret),
  scopes: ["notifications.send"],
  created_at: at
})

/** The demo shop, whole: every row of every table. */
export const generateMarket = ({ listings = 300, now, seed }: MarketOptions): Market => {
  const people = generatePeople(seed, now)
  const { active, others } = generateListings(people.shops, listings, seed, now)
  const codes = discountCodes(now)
  const { attempts, checkouts, events, refunds, sales } = generateTrade(people, active, codes, 150, seed, now)
  const reviews = generateReviews(people, active, sales, 600, seed, now)
  const hash = hashed(demoFace.agentKey)
  return {
    accounts: people.accounts.map(({ address: _, ...row }) => row),
    addresses: people.accounts.flatMap(addressOf),
    passwords: people.accounts.flatMap(passwordOf),
    categories: crafts.map(({ name, slug }, position) => ({ slug, name, position })),
    cities: cities.map(({ name, slug, state }) => ({ slug, name, state })),
    shops: people.shops.map((shop) => counted(shop, active, reviews)),
    listings: [...ranked(active, reviews, sales, seed), ...others.map(({ row }) => row)],
    variants: [...active, ...others].flatMap(({ variants }) => variants),
    reviews,
    questions: generateQuestions(active, 120, 14, seed, now),
    discount_codes: codes,
    checkouts,
    attempts,
    orders: sales.map(({ order }) => order),
    order_lines: sales.flatMap(({ lines }) => lines),
    order_events: events,
    refunds,
    agent_keys: [{ id: "key_demo", name: "Demo agent", hash, created_at: daysBefore(now, 365) }],
    service_accounts: [demoService(daysBefore(now, 365))]
  }
}
