import type { Random } from "./random.ts"

/** Takes one of a list. */
export type Draw = <A>(list: ReadonlyArray<A>) => A

/** Goes through each list in a shuffled order before anything of it comes a second time. */
export const deck = (random: Random): Draw => {
  const left = new Map<ReadonlyArray<unknown>, Array<unknown>>()
  return <A>(list: ReadonlyArray<A>): A => {
    let cards = left.get(list)
    if (cards === undefined || cards.length === 0) {
      cards = random.shuffled(list)
      left.set(list, cards)
    }
    return cards.pop() as A
  }
}
