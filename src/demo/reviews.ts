import { type Draw, deck } from "./deck.ts"
import type { Offer } from "./listings.ts"
import type { Sale } from "./orders.ts"
import { type Random, random } from "./random.ts"
import type { AccountRow, ReviewRow } from "./rows.ts"
import { daysAfter, daysBefore } from "./time.ts"
import { firstNames, lastNames } from "./words/people.ts"
import { closings, openings, remarks, shrugs } from "./words/reviews.ts"

const starsOf = ({ shop }: Offer, r: Random): number => {
  const luck = r.next() + 0.35 * (shop.quality - 0.75)
  return luck > 0.3 ? 5 : luck > 0.1 ? 4 : luck > 0.035 ? 3 : luck > 0.012 ? 2 : 1
}

const joined = (sentences: ReadonlyArray<string>, { composed }: Offer) =>
  sentences.join(" ").replaceAll("{kind}", composed.kind.name)

const commentOf = (offer: Offer, stars: number, r: Random, draw: Draw): string => {
  const praise = () => draw(offer.craft.praise)
  if (stars === 5) {
    const shape = r.int(0, 5)
    if (shape === 0) return joined([draw(openings), praise()], offer)
    if (shape === 1) return joined([praise(), draw(closings)], offer)
    if (shape === 2) return joined([draw(openings), praise(), draw(closings)], offer)
    if (shape === 3) return joined([praise(), praise()], offer)
    if (shape === 4) return joined([draw(openings), draw(closings)], offer)
    return joined([praise(), praise(), draw(closings)], offer)
  }
  if (stars === 4) return joined([...(r.chance(0.3) ? [draw(openings)] : []), praise(), draw(remarks)], offer)
  return joined([draw(offer.craft.grumbles), draw(shrugs)], offer)
}

const shortName = (name: string) => {
  const [first, last = ""] = name.split(" ")
  return `${first} ${last.charAt(0)}.`
}

/** Says it in other words until nobody has said it before. */
const fresh = (said: Set<string>, next: () => string): string => {
  let comment = next()
  for (let attempt = 0; said.has(comment) && attempt < 50; attempt++) comment = next()
  said.add(comment)
  return comment
}

/** So many reviews: first those of buyers whose order has arrived, then those from before the shops came here. */
export const generateReviews = (
  people: { readonly buyer: AccountRow; readonly accounts: ReadonlyArray<AccountRow> },
  offers: ReadonlyArray<Offer>,
  sales: ReadonlyArray<Sale>,
  count: number,
  seed: number,
  now: Date
): ReadonlyArray<ReviewRow> => {
  const r = random(seed, "reviews")
  const draw = deck(r)
  const said = new Set<string>()
  const byId = new Map(offers.map((offer) => [offer.row.id, offer]))
  const names = new Map(people.accounts.map(({ id, name }) => [id, shortName(name)]))
  const reviews: Array<ReviewRow> = []
  const write = (offer: Offer, account_id: string | null, reviewer_name: string, created_at: Date) => {
    const rating = starsOf(offer, r)
    const comment = fresh(said, () => commentOf(offer, rating, r, draw))
    reviews.push({ id: r.id("rev"), listing_id: offer.row.id, account_id, reviewer_name, rating, comment, created_at })
  }

  const written = new Set<string>()
  let own = 0
  for (const { accountId, deliveredAt, lines } of sales) {
    if (accountId === null || deliveredAt === null) continue
    for (const { listing_id } of lines) {
      const key = `${accountId} ${listing_id}`
      const at = daysAfter(deliveredAt, 0.5 + 6 * r.next())
      const willing = accountId === people.buyer.id ? own++ === 2 : r.chance(0.7)
      if (!willing || written.has(key) || at > now) continue
      written.add(key)
      write(byId.get(listing_id)!, accountId, names.get(accountId)!, at)
    }
  }

  const old = offers.filter(({ age }) => age > 14)
  const loved = old.map(({ age }) => Math.min(age, 300) * (0.15 + r.next() ** 4))
  const whole = loved.reduce((sum, weight) => sum + weight, 0)
  while (reviews.length < count) {
    let left = r.next() * whole
    const at = loved.findIndex((weight) => (left -= weight) < 0)
    const offer = old[Math.max(at, 0)]!
    const name = `${r.pick(firstNames)} ${r.pick(lastNames).charAt(0)}.`
    write(offer, null, name, daysBefore(now, 1 + (offer.age - 10) * r.next()))
  }
  return reviews
}
