/**
 * Divides a whole amount by weights so that the parts add up to it exactly: largest remainder, ties to the earlier part.
 * No part is larger than its weight when the amount is not larger than their sum.
 */
export const allocate = (amount: number, weights: ReadonlyArray<number>): ReadonlyArray<number> => {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  if (sum === 0 || amount === 0) return weights.map(() => 0)
  // Products of two amounts leave the safe integers.
  const shares = weights.map((weight) => {
    const product = BigInt(amount) * BigInt(weight)
    return { whole: Number(product / BigInt(sum)), rest: product % BigInt(sum) }
  })
  const left = amount - shares.reduce((total, { whole }) => total + whole, 0)
  const first = new Set(
    shares
      .map(({ rest }, index) => ({ rest, index }))
      .sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
      .slice(0, left)
      .map(({ index }) => index)
  )
  return shares.map(({ whole }, index) => (first.has(index) ? whole + 1 : whole))
}
