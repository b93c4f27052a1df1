import { Effect } from "effect"
import type { Issue, Unavailable } from "../../schemas/errors.ts"
import { type ListingUpdates, whichCategory } from "../../schemas/selling.ts"
import type { PlaceNames, Places } from "../store/Places.ts"

/** So many are named; there are hundreds of cities. */
const mostNamed = 60

interface Meant {
  readonly slug?: string
  readonly issues: ReadonlyArray<Issue>
}

const paths = { categories: "category_id", cities: "city_id" } as const

const named = (slugs: ReadonlyArray<string>) =>
  `Expected one of ${slugs.slice(0, mostNamed).join(", ")}${slugs.length > mostNamed ? ", …" : ""}`

/** What is asked of who names no category. */
export const noCategory = (places: Places["Service"]) =>
  Effect.map(
    places.names,
    ({ categories }): Issue => ({ ...whichCategory, message: named(categories.map(({ slug }) => slug)) })
  )

const meantBy = Effect.fnUntraced(function* (
  places: Places["Service"],
  what: keyof PlaceNames,
  said: string | undefined
): Effect.fn.Return<Meant, Unavailable> {
  const slugs = yield* places.slugs(what, said)
  if (slugs === undefined) return { issues: [] }
  if (slugs.length === 1) return { slug: slugs[0]!, issues: [] }
  const accepted = slugs.length > 1 ? slugs : (yield* places.names)[what].map(({ slug }) => slug)
  return { issues: [{ path: paths[what], message: named(accepted) }] }
})

/** The category and the city a maker means, by slug or name, and what is wrong with either. */
export const placesMeant = Effect.fnUntraced(function* (
  places: Places["Service"],
  { category, categoryId, city, cityId }: Pick<ListingUpdates, "category" | "categoryId" | "city" | "cityId">
) {
  const itsCategory = yield* meantBy(places, "categories", categoryId ?? category)
  const itsCity = yield* meantBy(places, "cities", cityId ?? city)
  return {
    category: itsCategory.slug,
    city: itsCity.slug,
    issues: [...itsCategory.issues, ...itsCity.issues]
  }
})
