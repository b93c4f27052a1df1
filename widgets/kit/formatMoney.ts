const formats = new Map<string, Intl.NumberFormat>()

const formatFor = (currency: string, tag: string): Intl.NumberFormat => {
  const key = `${tag} ${currency}`
  const known = formats.get(key)
  if (known !== undefined) return known
  // Between right-to-left words "US$" falls apart.
  const currencyDisplay = tag.startsWith("ar") ? "narrowSymbol" : "symbol"
  const made = new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay })
  formats.set(key, made)
  return made
}

/** `price` is decimal units of the currency: 34.5 USD is $34.50. */
export const formatMoney = (price: number, currency: string, tag = "en-US"): string => {
  try {
    return formatFor(currency.toUpperCase(), tag).format(price)
  } catch {
    return `${price.toFixed(2)} ${currency}`
  }
}
