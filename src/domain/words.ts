/** Words that say nothing about a thing here: the stop words of English, how people ask, and what is true of everything. */
const noise = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
  itself they them their theirs themselves what which who whom this that these those am is are was were be been being have
  has had having do does did doing a an the and but if or because as until while of at by for with about against between
  into through during before after above below to from up down in out on off over under again further then once here there
  when where why how all any both each few more most other some such no nor not only own same so than too very s t can will
  just don should now show find search want need looking buy please something anything somebody someone dollars usd less handmade
  handcrafted made`
    .trim()
    .split(/\s+/)
)

const most = 12

/** Without accents, as the catalogue's own words are kept. */
const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()

/**
 * The words of a query worth searching for: letters and digits only, so that nothing in them means anything to a query
 * language. Prices (`$30`), stop words and single letters are left out; so is what comes after the twelfth word.
 */
export const wordsOf = (query: string): ReadonlyArray<string> => {
  const words = plain(query.replace(/\$\s*[\d.,]+/g, " ")).match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.map((word) => word.slice(0, 40)).filter((word) => word.length > 1 && !noise.has(word))
  return [...new Set(telling)].slice(0, most)
}
