const formats = new Map<string, Intl.NumberFormat>()

const formatFor = (currency: string, tag: string): Intl.NumberFormat => {
  const key = `${tag} ${currency}`
  const known = formats.get(key)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat(tag, { style: "currency", currency })
  formats.set(key, made)
  return made
}

/** In text that runs from right to left "US$" would fall apart without a mark behind it. */
export const wholeSymbol = (amount: string, tag: string): string => (tag.startsWith("ar") ? `${amount}\u200e` : amount)

/** `price` is decimal units of the currency: 34.5 USD is $34.50. */
export const formatMoney = (price: number, currency: string, tag = "en-US"): string => {
  try {
    return wholeSymbol(formatFor(currency.toUpperCase(), tag).format(price), tag)
  } catch {
    return `${price.toFixed(2)} ${currency}`
  }
}
