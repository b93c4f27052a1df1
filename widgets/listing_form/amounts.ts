/** Digits as Arabic keyboards write them. */
const western = (text: string) =>
  text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace("\u066b", ".")
    .trim()

/** An amount as people type it: 24, 24.50, $24.50 or 24,50. Undefined for what is none. */
export const amountOf = (text: string): number | undefined => {
  const [, whole, cents = ""] = /^\$?\s*(\d{1,9})(?:[.,](\d{0,2}))?$/.exec(western(text)) ?? []
  return whole === undefined ? undefined : Number(`${whole}.${cents.padEnd(2, "0")}`)
}

/** A whole number as people type it. */
export const countOf = (text: string): number | undefined => {
  const digits = western(text)
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined
}

/** Several words, with commas between them. */
export const listOf = (text: string): ReadonlyArray<string> => [
  ...new Set(
    text
      .split(/[,،;\n]/)
      .map((word) => word.trim())
      .filter((word) => word !== "")
  )
]
