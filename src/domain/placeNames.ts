/** A category, or a city with its state. */
export interface Place {
  readonly slug: string
  readonly name: string
  readonly state: string | null
}

/** Two names with the same key are the same name. */
export const placeKey = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? ""

/** The slugs that a person means by `chicago`, `Chicago`, `Chicago, IL` or `Home & Decor`; a name may stand for several. */
export const slugsOf = (places: ReadonlyArray<Place>, said: string): ReadonlyArray<string> => {
  const wanted = placeKey(said)
  if (wanted === "") return []
  const bySlug = places.filter(({ slug }) => placeKey(slug) === wanted)
  if (bySlug.length > 0) return bySlug.map(({ slug }) => slug)
  return places
    .filter(
      ({ name, state }) => placeKey(name) === wanted || (state !== null && placeKey(`${name} ${state}`) === wanted)
    )
    .map(({ slug }) => slug)
}
