/** A word of the shop, and how many listings use it. */
export interface KnownWord {
  readonly word: string
  readonly listings: number
}

/**
 * How many letters must be added, left out, changed or swapped with their neighbour to come from one word to the other
 * (so `mgu` is one from `mug`); anything above `limit` is told as `limit + 1`.
 */
export const distance = (a: string, b: string, limit = Number.POSITIVE_INFINITY): number => {
  if (Math.abs(a.length - b.length) > limit) return limit + 1
  let before: Array<number> = []
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
      least = Math.min(least, cost)
    }
    if (least > limit) return limit + 1
    before = above
    above = row
  }
  return Math.min(above[b.length]!, limit + 1)
}

/** Longer words leave room for more mistakes. */
const allowed = (word: string) => (word.length <= 4 ? 1 : word.length <= 9 ? 2 : 3)

const singular = (word: string) => (word.length > 3 && word.endsWith("s") ? word.slice(0, -1) : word)

/** How far a known word is from what was written; a word that was only begun is nearer than any that was misspelt. */
const farness = (written: string, known: string, limit: number) => {
  if (written.length > 3 && known.startsWith(written)) return 0.5
  const one = singular(written)
  const away = distance(written, known, limit)
  return one === written ? away : Math.min(away, distance(one, known, limit))
}

/** The word that was meant: the nearest, then one that begins alike, then the one most listings use. */
export const nearest = (written: string, vocabulary: ReadonlyArray<KnownWord>): string | undefined => {
  if (written.length < 3 || /\d/.test(written)) return undefined
  let limit = allowed(written)
  let best: KnownWord | undefined
  let bestAway = limit + 1
  const rank = ({ word, listings }: KnownWord) => (word[0] === written[0] ? 1_000_000_000 : 0) + listings
  for (const known of vocabulary) {
    const away = farness(written, known.word, limit)
    if (away > limit || away > bestAway) continue
    if (best === undefined || away < bestAway || rank(known) > rank(best)) {
      best = known
      bestAway = away
      limit = Math.min(limit, Math.ceil(away))
    }
  }
  return best?.word
}
