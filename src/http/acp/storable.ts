const deepest = 64

/** False for JSON that no request of ours needs and that a database, or a recursion, would stumble over. */
export const storable = (json: unknown): boolean => {
  let level: ReadonlyArray<unknown> = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false
    const next: Array<unknown> = []
    for (const value of level) {
      if (typeof value === "string" && !isText(value)) return false
      if (typeof value !== "object" || value === null) continue
      if (!Object.keys(value).every(isText)) return false
      for (const inner of Object.values(value)) next.push(inner)
    }
    level = next
  }
  return true
}

const isText = (value: string) => value.isWellFormed() && !value.includes("\0")
