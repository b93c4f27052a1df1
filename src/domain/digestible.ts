const deepest = 64
/** Values in all. */
const most = 10_000

/**
 * False for JSON that no request of ours needs and that a recursion or a fingerprint would stumble over: too much of it,
 * nested too deeply, or with a number beyond all numbers. Texts and names are what `isGood` says of them.
 */
export const digestible = (json: unknown, isGood: (text: string) => boolean = () => true): boolean => {
  let level: ReadonlyArray<unknown> = [json]
  let values = 0
  for (let depth = 0; level.length > 0; depth++) {
    values += level.length
    if (depth > deepest || values > most) return false
    const next: Array<unknown> = []
    for (const value of level) {
      if (typeof value === "number" && !Number.isFinite(value)) return false
      if (typeof value === "string" && !isGood(value)) return false
      if (typeof value !== "object" || value === null) continue
      if (!Object.keys(value).every(isGood)) return false
      for (const inner of Object.values(value)) next.push(inner)
    }
    level = next
  }
  return true
}
