import { synonymsOf } from "../../domain/synonyms.ts"

/** Words hold letters and digits only (`wordsOf`), so nothing in them needs escaping. */
const either = (words: ReadonlyArray<string>) => words.map((word) => `'${word}'`).join(" | ")

/** The words of a query in the language of `to_tsquery`. */
export const tsqueries = (words: ReadonlyArray<string>) => {
  const synonyms = words.flatMap(synonymsOf).filter((word) => !words.includes(word))
  const eachWord = words.map((word) => either([word, ...synonymsOf(word)]))
  return {
    /** Any word, or another word for it. */
    any: either([...words, ...synonyms]),
    /** One for each word: it, or another word for it. */
    eachWord,
    /** Every word, or another word for it. */
    every: eachWord.map((word) => `(${word})`).join(" & "),
    /** The words as they were written: a listing that uses them counts more than one that says it differently. */
    written: either(words),
    synonyms: synonyms.length === 0 ? undefined : either(synonyms)
  }
}
