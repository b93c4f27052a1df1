import type { SearchAnswer } from "./SearchAnswer.ts"

export interface Choice {
  readonly slug: string
  readonly name: string
  readonly count?: number
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** The categories to offer and the chosen one, which stays in sight even when nothing is left in it. */
export const categoryChoices = (answer: SearchAnswer, wanted: string | undefined) => {
  const offered: ReadonlyArray<Choice> = answer.facets.categories
  if (wanted === undefined) return { chosen: undefined, choices: offered }
  const chosen = offered.find((choice) => same(choice.slug, wanted) || same(choice.name, wanted))
  if (chosen !== undefined) return { chosen, choices: offered }
  const gone: Choice = { slug: wanted, name: wanted.replaceAll("-", " ") }
  return { chosen: gone, choices: [gone, ...offered] }
}
