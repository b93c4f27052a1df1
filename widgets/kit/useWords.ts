import { useMemo } from "react"
import type { Locale } from "./locale.ts"
import { useLocale } from "./useLocale.ts"
import { common } from "./words.ts"

/** Sentences by name, in every language we speak. `{name}` stands for what is filled in. */
export type Words<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>

/** For parts of the kit, which have no words of their own. */
export const noWords: Words<never> = { en: {}, es: {}, fr: {}, de: {}, ar: {}, pt: {} }

/** A sentence in the person's language. */
export type Say<K extends string> = (key: K, filled?: Readonly<Record<string, string | number>>) => string

/** The kit's own words, and those of one widget. */
export const useWords = <K extends string>(own: Words<K>): Say<K | keyof (typeof common)["en"]> => {
  const { locale, tag } = useLocale()
  return useMemo(() => {
    const known: Readonly<Record<string, string>> = { ...common[locale], ...own[locale] }
    const number = new Intl.NumberFormat(tag)
    return (key, filled = {}) =>
      (known[key] ?? key).replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = filled[name]
        return typeof value === "number" ? number.format(value) : (value ?? "")
      })
  }, [locale, own, tag])
}
