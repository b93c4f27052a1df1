const amount = String.raw`\$?\s?(\d{1,6}(?:[.,]\d{1,2})?)(?:\s?(?:dollars?|usd|bucks|\$))?`
const between = new RegExp(
  String.raw`\b(?:between|from)\s+${amount}\s+(?:and|to|-)\s+${amount}|(?:\$)(\d{1,6})\s?[-–]\s?\$?(\d{1,6})`,
  "i"
)
const atMost = new RegExp(
  String.raw`\b(?:under|below|less than|cheaper than|up to|at most|max(?:imum)?(?: of)?|no more than|within)\s+${amount}`,
  "i"
)
const atLeast = new RegExp(
  String.raw`\b(?:over|above|more than|at least|min(?:imum)?(?: of)?|starting at)\s+${amount}`,
  "i"
)
const around = /\b(?:around|about|roughly|for)\s+\$(\d{1,6}(?:\.\d{1,2})?)/i

const number = (text: string) => Number(text.replace(",", "."))

export interface PriceRange {
  readonly min?: number
  readonly max?: number
  /** The sentence without what it says of prices. */
  readonly rest: string
}

/** “Under $30”, “between 20 and 50 dollars”, “$20-$50”, “around $40”. */
export const pricesIn = (said: string): PriceRange => {
  const without = (pattern: RegExp) => said.replace(pattern, " ")
  const range = between.exec(said)
  if (range !== null) {
    const [low, high] = [number(range[1] ?? range[3]!), number(range[2] ?? range[4]!)].sort((a, b) => a - b)
    return { min: low!, max: high!, rest: without(between) }
  }
  const near = around.exec(said)
  if (near !== null) {
    const middle = number(near[1]!)
    return { min: Math.floor(middle * 0.8), max: Math.ceil(middle * 1.2), rest: without(around) }
  }
  const [most, least] = [atMost.exec(said)?.[1], atLeast.exec(said)?.[1]]
  return {
    ...(least !== undefined && { min: number(least) }),
    ...(most !== undefined && { max: number(most) }),
    rest: without(atMost).replace(atLeast, " ")
  }
}
