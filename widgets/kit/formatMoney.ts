const formats = new Map<string, Intl.NumberFormat>()

const formatFor = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency)
  if (known !== undefined) return known
  const made = new Intl.NumberFormat("en-US", { style: "currency", currency })
  formats.set(currency, made)
  return made
}

/** `price` is decimal units of the currency: 34.5 USD is $34.50. */
export const formatMoney = (price: number, currency: string): string => {
  try {
    return formatFor(currency.toUpperCase()).format(price)
  } catch {
    return `${price.toFixed(2)} ${currency}`
  }
}
