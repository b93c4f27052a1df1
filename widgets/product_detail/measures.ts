const gramsPerOunce = 28.349_523

const unit = (value: number, name: string, tag: string, unitDisplay: "short" | "long") =>
  new Intl.NumberFormat(tag, { style: "unit", unit: name, unitDisplay, maximumFractionDigits: 1 }).format(value)

/** `12 oz (340 g)`: this market weighs in ounces, most of the world in grams. */
export const formatWeight = (ounces: number, tag: string): string => {
  const grams = Math.round(ounces * gramsPerOunce)
  const metric = grams < 1000 ? unit(grams, "gram", tag, "short") : unit(grams / 1000, "kilogram", tag, "short")
  return `${unit(ounces, "ounce", tag, "short")} (${metric})`
}

/** `3 days`, as the language counts them. */
export const formatDays = (days: number, tag: string): string => unit(days, "day", tag, "long")

/** A text by its blank lines. */
export const paragraphs = (text: string): ReadonlyArray<string> =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
