import { type Composed, compose } from "./compose.ts"
import { type Draw, deck } from "./deck.ts"
import { imagePath } from "./picture.ts"
import { type Random, random } from "./random.ts"
import type { ListingRow, VariantRow } from "./rows.ts"
import type { Shop } from "./shops.ts"
import { daysBefore } from "./time.ts"
import type { Craft } from "./words/Craft.ts"
import { crafts } from "./words/index.ts"

/** A listing with its variants and with what its maker knows about it. */
export interface Offer {
  readonly row: ListingRow
  readonly variants: ReadonlyArray<VariantRow>
  readonly composed: Composed
  readonly craft: Craft
  readonly shop: Shop
  /** Days since it was listed. */
  readonly age: number
}

/** How something is on offer: the newest are kept plain now and then, so that they can be bought at once. */
export interface Terms {
  readonly status: ListingRow["status"]
  readonly age: number
  readonly plain: boolean
  /** Never in variants. */
  readonly simple?: boolean
}

/** The shops of a craft, a main one more often than one that does it on the side. */
export const shopsOfCraft = (shops: ReadonlyArray<Shop>, craft: Craft): ReadonlyArray<Shop> =>
  shops
    .filter(({ maker }) => maker.crafts.includes(craft.slug))
    .flatMap((shop) => {
      const part = shop.maker.crafts[0] === craft.slug ? 10 : 4
      return Array.from({ length: Math.round(part * shop.maker.share) }, () => shop)
    })

const unique = (composed: Composed) => composed.kind.tags.includes("original")

const variantsOf = (id: string, { kind, price }: Composed, sold: boolean, r: Random): ReadonlyArray<VariantRow> =>
  (kind.choices?.names ?? []).map((name, position) => ({
    listing_id: id,
    name,
    price_delta: Math.max(kind.choices!.deltas[position]!, -price),
    stock: sold || r.chance(0.12) ? 0 : r.int(1, 9),
    position
  }))

/** Puts a thing on offer at a shop. */
export const offer = (
  shop: Shop,
  craft: Craft,
  composed: Composed,
  { age, plain, simple = false, status }: Terms,
  now: Date,
  r: Random
) => {
  const id = r.id("lst")
  const soldOut = status === "sold" || (!plain && r.chance(0.07))
  const affordable = status === "active" && composed.kind.name === "mug" && r.chance(0.6)
  const price = affordable ? Math.min(composed.price, 2200 + 100 * r.int(0, 6)) : composed.price
  const easy = plain || affordable
  const variants =
    easy || simple || unique(composed) || !r.chance(0.62) ? [] : variantsOf(id, { ...composed, price }, soldOut, r)
  const pieces = unique(composed) && !plain ? 1 : easy ? r.int(3, 12) : r.chance(0.25) ? r.int(1, 2) : r.int(3, 28)
  const heavy = composed.weight_oz > 90
  const ships = easy || r.chance(heavy ? 0.45 : 0.9)
  const [least, most] = craft.shipping
  const shipping = least + (most - least) * Math.min(1, composed.weight_oz / 64)
  const created = daysBefore(now, age)
  const row: ListingRow = {
    id,
    shop_id: shop.row.id,
    title: composed.title,
    description: composed.description,
    price,
    images: Array.from({ length: r.pick([1, 2, 2, 3, 3]) }, (_, index) => imagePath(id, index + 1)),
    category: craft.slug,
    city: shop.row.city,
    tags: composed.tags,
    materials: composed.materials,
    dimensions: composed.dimensions,
    weight_oz: composed.weight_oz,
    stock: variants.length > 0 ? variants.reduce((sum, { stock }) => sum + stock, 0) : soldOut && !easy ? 0 : pieces,
    shipping_enabled: ships,
    shipping_cost: ships ? (r.chance(0.08) ? 0 : Math.round(shipping) * 100 - (r.chance(0.4) ? 5 : 0)) : 0,
    pickup_enabled: !ships || r.chance(0.55),
    lead_time_days: r.int(...craft.lead),
    status,
    popularity: 0,
    channel: "demo",
    created_at: created,
    updated_at: daysBefore(now, age * r.next())
  }
  return { row, variants, composed: { ...composed, price }, craft, shop, age } satisfies Offer
}

/** Makes up things until one has a title and a description that nobody else uses. */
const untaken = (taken: Set<string>, next: () => Composed): Composed => {
  const known = ({ description, title }: Composed) => taken.has(title) || taken.has(description)
  let composed = next()
  for (let attempt = 0; known(composed) && attempt < 50; attempt++) composed = next()
  const title = composed.title
  for (let number = 2; taken.has(composed.title); number++) composed = { ...composed, title: `${title} No. ${number}` }
  taken.add(composed.title).add(composed.description)
  return composed
}

/** How old the listing is that stands at this place among so many, counted from the newest. */
const ageAt = (place: number, count: number, r: Random) => 0.2 + 640 * ((place + 0.8 * r.next()) / count) ** 1.35

const beside: ReadonlyArray<ListingRow["status"]> = [
  ...Array.from({ length: 14 }, () => "draft" as const),
  ...Array.from({ length: 8 }, () => "pending_review" as const),
  ...Array.from({ length: 4 }, () => "sold" as const),
  "deleted",
  "deleted"
]

/** So many active listings, newest first, and after them those that are not on offer. */
export const generateListings = (shops: ReadonlyArray<Shop>, count: number, seed: number, now: Date) => {
  const r = random(seed, "listings")
  const draw: Draw = deck(r)
  const taken = new Set<string>()
  const make = (craft: Craft, shop: Shop, terms: Terms) =>
    offer(
      shop,
      craft,
      untaken(taken, () => compose(craft, shop.maker.notes, r, draw)),
      terms,
      now,
      r
    )
  const sellers = new Map(crafts.map((craft) => [craft, shopsOfCraft(shops, craft)]))
  const places = r.shuffled(Array.from({ length: count }, (_, index) => crafts[index % crafts.length]!))
  const active = places.map((craft, place) =>
    make(craft, draw(sellers.get(craft)!), {
      status: "active",
      age: ageAt(place, count, r),
      plain: place < 50 && place % 6 === 2
    })
  )
  const others = beside.map((status, index) => {
    const shop = index % 5 === 0 ? shops[0]! : draw(shops)
    const craft = crafts.find(({ slug }) => slug === shop.maker.crafts[0])!
    const age = status === "draft" || status === "pending_review" ? 20 * r.next() : r.int(30, 400)
    return make(craft, shop, { status, age, plain: false })
  })
  return { active, others }
}
