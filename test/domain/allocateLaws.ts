import { Arbitrary } from "effect"
import { oneOf, whole } from "./few.ts"
import type { Rules } from "./rules.ts"

/** An amount to divide, and by what. */
export interface Division {
  readonly amount: number
  readonly weights: ReadonlyArray<number>
}

const weight = Arbitrary.all([whole(0, 50), oneOf("few", "few", "zero", "equal", "many")]).pipe(
  Arbitrary.map(([few, which]) => ({ few, zero: 0, equal: 7, many: 99_000_000_00 - few })[which])
)

/** The amount is a part of what the weights add up to, as a discount is of what it is on. */
export const divisions: Arbitrary.Arbitrary<Division> = Arbitrary.all([
  Arbitrary.array(weight, { minLength: 1, maxLength: 6 }),
  whole(0, 1000)
]).pipe(
  Arbitrary.map(([weights, thousandths]) => {
    const sum = weights.reduce((total, each) => total + each, 0)
    return { amount: Number((BigInt(sum) * BigInt(thousandths)) / 1000n), weights }
  })
)

type Law = (rules: Rules) => (division: Division) => boolean

const of =
  (holds: (parts: ReadonlyArray<number>, division: Division) => boolean): Law =>
  ({ allocate }) =>
  (division) =>
    holds(allocate(division.amount, division.weights), division)

const sum = (parts: ReadonlyArray<number>) => parts.reduce((total, part) => total + part, 0)

/** What must be true of every division of an amount. */
export const allocateLaws = {
  "parts add up to the amount exactly": of((parts, { amount }) => sum(parts) === amount),
  "no part is negative or larger than its weight": of((parts, { weights }) =>
    parts.every((part, index) => part >= 0 && part <= weights[index]! && Number.isSafeInteger(part))
  ),
  "a part is less than a cent away from its exact share": of((parts, { amount, weights }) => {
    const all = BigInt(sum(weights))
    return parts.every((part, index) => {
      const off = BigInt(part) * all - BigInt(amount) * BigInt(weights[index]!)
      return all === 0n || (off < all && off > -all)
    })
  }),
  "of equal weights the earlier gets the odd cent": of((parts, { weights }) =>
    parts.every((part, index) =>
      parts.slice(index + 1).every((later, after) => weights[index] !== weights[index + 1 + after] || part >= later)
    )
  ),
  "what has no weight gets nothing": of((parts, { weights }) =>
    parts.every((part, index) => weights[index] !== 0 || part === 0)
  )
} satisfies Record<string, Law>
