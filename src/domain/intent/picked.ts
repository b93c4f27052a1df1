import type { Known } from "./Intent.ts"

const ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"]
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]

/** “The second one”, “2nd”, “number 3”, “#3”, “the last”: which of a list, from 0; undefined when none is named. */
export const placeIn = (said: string, length: number): number | undefined => {
  const words = said.toLowerCase()
  const ordinal = ordinals.findIndex((word) => new RegExp(`\\b${word}\\b`).test(words))
  if (ordinal >= 0) return ordinal
  const counted = /\b(\d{1,2})(?:st|nd|rd|th)\b|(?:#|\bnumber |\bno\.? )(\d{1,2})\b/.exec(words)
  if (counted !== null) return Number(counted[1] ?? counted[2]) - 1
  const spelt = numbers.findIndex((word) => new RegExp(`\\bnumber ${word}\\b`).test(words))
  if (spelt >= 0) return spelt
  if (/\blast one\b|\bthe last\b/.test(words)) return length - 1
  return /^(?:open|show|view|see|add|buy) (?:me )?(\d{1,2})$/.test(words)
    ? Number(/(\d+)$/.exec(words)![1]) - 1
    : undefined
}

const common = new Set(
  `the and with for from this that one open show tell about more details detail view see look add put cart basket buy order
  please into want get take like into my`.split(/\s+/)
)

const wordsIn = (text: string) =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 2 && !common.has(word))

/** The listing whose title has every word that says something; undefined when the words fit none. */
const titled = (said: string, { listings = [] }: Known) => {
  const words = wordsIn(said)
  if (words.length === 0) return undefined
  return listings.find(({ title }) => {
    const there = wordsIn(title)
    return words.every((word) => there.includes(word) || there.includes(word.replace(/s$/, "")))
  })?.id
}

const id = /\blst_[\w-]{1,60}/

/** Which listing is meant: by its id, its place, its title, or because it was the last one. */
export const pickedListing = (said: string, known: Known): string | undefined => {
  const { listingId, listings = [] } = known
  const named = id.exec(said)?.[0]
  if (named !== undefined) return named
  const place = placeIn(said, listings.length)
  if (place !== undefined) return listings[place]?.id
  return titled(said, known) ?? (/\b(it|this|that|these|those)\b/i.test(said) ? listingId : undefined)
}
