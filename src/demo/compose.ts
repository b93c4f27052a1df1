import type { Draw } from "./deck.ts"
import type { Random } from "./random.ts"
import type { Care, Craft, Finish, Kind } from "./words/Craft.ts"

/** What can be said of one thing, before anybody sells it. Price in cents, weight in ounces. */
export interface Composed {
  readonly kind: Kind
  readonly finish: Finish
  readonly care: Care
  readonly title: string
  readonly description: string
  readonly price: number
  readonly tags: ReadonlyArray<string>
  readonly materials: ReadonlyArray<string>
  readonly dimensions: string
  readonly weight_oz: number
}

const distinct = (words: ReadonlyArray<string>) => [...new Set(words)]

const shares = new Map<Craft, ReadonlyArray<Kind>>()
const kindsOf = (craft: Craft) => {
  let kinds = shares.get(craft)
  if (kinds === undefined) {
    kinds = craft.kinds.flatMap((kind) => Array.from({ length: kind.share ?? 1 }, () => kind))
    shares.set(craft, kinds)
  }
  return kinds
}

const sized = (size: string, random: Random) => {
  const start = size.charAt(0).toUpperCase() + size.slice(1)
  return random.pick([`Size: ${size}.`, `${start}.`, `${start}, give or take a little.`])
}

/** Few people price a thing at $37.82. */
const priced = (dollars: number, random: Random) => {
  const whole = dollars > 90 ? Math.round(dollars / 2) * 2 : Math.round(dollars)
  return whole * 100 + (dollars < 60 && random.chance(0.2) ? 50 : 0)
}

const titled = (title: string, finish: string, random: Random) =>
  !title.includes(",") && random.chance(0.22) ? `${title}, ${finish}` : `${finish} ${title}`

/** Two to four sentences, in one of the orders in which makers tell them. */
const described = (parts: {
  readonly use: string
  readonly made: string
  readonly finish: string
  readonly size: string
  readonly care: string
  readonly voice: string
  readonly random: Random
}) => {
  const { care, finish, made, random, size, use, voice } = parts
  return random
    .pick([
      [use, made, finish, care],
      [finish, made, size, care],
      [made, use, care, voice],
      [use, finish, size, voice],
      [made, finish, use, care],
      [finish, use, made],
      [use, made, size, care],
      [made, size, voice]
    ])
    .join(" ")
}

/** Makes up one thing of a craft. `notes` is what the shop itself likes to add. */
export const compose = (craft: Craft, notes: ReadonlyArray<string>, random: Random, draw: Draw): Composed => {
  const kind = draw(kindsOf(craft))
  const finish = draw(craft.finishes)
  const care = draw(kind.care ?? craft.care)
  const name = draw(kind.titles)
  const step = random.pick(kind.fits?.[name] ?? kind.sizes.map((_, index) => index))
  const dimensions = kind.sizes[step]!
  const large = (step + random.next()) / kind.sizes.length
  const between = ([least, most]: readonly [number, number]) => least + (most - least) * large
  const weight = between(kind.weight)
  const voice = random.chance(0.35) ? random.pick(notes) : draw(craft.voice)
  return {
    kind,
    finish,
    care,
    title: titled(name, finish.name, random),
    description: described({
      use: draw(kind.uses),
      made: draw(kind.made ?? craft.made),
      finish: finish.says,
      size: sized(dimensions, random),
      care: care.says,
      voice,
      random
    }),
    price: priced(between(kind.price), random),
    tags: distinct([
      ...kind.tags,
      ...(kind.name === "mug" || random.chance(0.6) ? ["handmade"] : []),
      ...(finish.tags ?? []),
      ...craft.tags
    ]).slice(0, 8),
    materials: distinct([...(kind.materials ?? []), ...(finish.materials ?? []), ...craft.materials]),
    dimensions,
    weight_oz: weight < 10 ? Math.round(weight * 10) / 10 : Math.round(weight)
  }
}
