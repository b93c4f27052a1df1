/** The languages we speak, by the first part of a BCP 47 tag. */
export const locales = ["en", "es", "fr", "de", "ar", "pt"] as const
export type Locale = (typeof locales)[number]

/** Ours for a tag such as `pt-BR`; English for those we do not speak. */
export const localeOf = (tag: string | undefined): Locale => {
  const [language] = (tag ?? "").toLowerCase().split(/[-_]/)
  return locales.find((locale) => locale === language) ?? "en"
}

export const directionOf = (locale: Locale): "rtl" | "ltr" => (locale === "ar" ? "rtl" : "ltr")

/** A tag that formats numbers and dates as the language writes them; what is no tag becomes US English. */
export const formatTag = (tag: string | undefined): string => {
  const locale = localeOf(tag)
  try {
    return Intl.getCanonicalLocales(tag)[0]?.startsWith(locale) === true ? tag! : locale === "en" ? "en-US" : locale
  } catch {
    return locale === "en" ? "en-US" : locale
  }
}
