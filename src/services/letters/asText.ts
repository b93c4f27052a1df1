import type { Part, Written } from "./Written.ts"

const linesOf = (part: Part): ReadonlyArray<string> => {
  switch (part._tag) {
    case "Heading":
    case "Words":
      return [part.text]
    case "Facts":
      return part.facts.map(([name, value]) => `${name}: ${value}`)
    case "Bill":
      return [
        ...part.items.map(({ amount, name, quantity }) => `  ${quantity} x ${name}  ${amount}`),
        ...part.sums.map(([name, amount]) => `  ${name}  ${amount}`)
      ]
    case "Link":
      return [`${part.label}:`, part.url]
  }
}

/** A letter for those who read plain text. */
export const asText = ({ parts }: Written): string => {
  const pieces = parts.map((part) => linesOf(part).join("\n")).filter((piece) => piece !== "")
  return `${pieces.join("\n\n")}\n`
}
