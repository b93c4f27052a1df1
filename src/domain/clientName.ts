const longest = 60

/** What a client calls itself, as it can be shown: one line, of bounded length, without what turns or hides letters. */
export const clientName = (given: string): string => {
  const plain = given.normalize("NFKC").replace(/\p{C}/gu, "").replace(/\s+/gu, " ").trim()
  const letters = Array.from(plain)
  return letters.length > longest ? `${letters.slice(0, longest - 1).join("")}…` : plain
}
