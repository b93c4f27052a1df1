/** A category, or a city with its state. */
export interface Place {
  readonly slug: string
  readonly name: string
  readonly state: string | null
}

const key = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? ""

/** The slugs that a person means by `chicago`, `Chicago`, `Chicago, IL` or `Home & Decor`; a name may stand for several. */
export const slugsOf = (places: ReadonlyArray<Place>, said: string): ReadonlyArray<string> => {
  const wanted = key(said)
  if (wanted === "") return []
  const bySlug = places.filter(({ slug }) => key(slug) === wanted)
  if (bySlug.length > 0) return bySlug.map(({ slug }) => slug)
  return places
    .filter(({ name, state }) => key(name) === wanted || (state !== null && key(`${name} ${state}`) === wanted))
    .map(({ slug }) => slug)
}
