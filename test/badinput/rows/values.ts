/** Ids that are nobody's, from the plausible to the hostile. */
export const strangeIds: Readonly<Record<string, string>> = {
  "an unknown id": "lst_nothing",
  "no id at all": "",
  "words for an id": "the blue mug",
  "an id of ten thousand characters": `lst_${"a".repeat(10_000)}`,
  "an id with a NUL": "lst_a\0b",
  "an id of other letters": "lst_ñandú_🦜",
  "half a letter for an id": "lst_\ud800",
  "an id that would be SQL": "lst_a' OR '1'='1'; DROP TABLE listings; --",
  "an id that every object has": "__proto__"
}

export const wrongIds: Readonly<Record<string, unknown>> = {
  "an object for an id": { $ne: "" },
  "a list for an id": ["lst_a"],
  "a number for an id": 7,
  "null for an id": null
}

/** How many of a thing nobody can buy. */
export const wrongQuantities: Readonly<Record<string, unknown>> = {
  "none of it": 0,
  "less than none": -1,
  "one and a half": 1.5,
  "a billion": 1e9,
  "the largest number": 1.7e308,
  "more than any number": Number.POSITIVE_INFINITY,
  "a quantity in quotes": "2",
  "a quantity that is null": null,
  "a list of quantities": [1]
}

export const control = "Ada\u0007\u001b[31mByron"
export const broken = "Ada \ud83d Byron"
export const nul = "Ada\0Byron"
export const manyKeys = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key_${at}`, at]))
export const endless = "a".repeat(10_000)

/** What is wrong in a place that wants another kind of value. */
export const wrongFor = {
  text: { null: null, "a number": 7, "an object": { a: 1 } },
  number: { null: null, text: "2", "an object": { a: 1 } },
  truth: { null: null, text: "true" },
  list: { null: null, text: "x", "an object": { a: 1 } },
  object: { null: null, text: "x", "a list": [] }
} as const

export type Kind = keyof typeof wrongFor
