import { formatTag, type Locale, localeOf } from "./locale.ts"
import { useMoment } from "./useMoment.ts"

/** The language of the words, and the tag that numbers and dates are written by. */
export const useLocale = (): { readonly locale: Locale; readonly tag: string } => {
  const { locale } = useMoment().context
  return { locale: localeOf(locale), tag: formatTag(locale) }
}
