import type { Json } from "../kit/wire.ts"

const text = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined)

/** The category a search was asked for, under either of its names. */
export const categoryOf = (args: Json): string | undefined => text(args.category) ?? text(args.category_id)

/** The same search in one category, or in all of them, from its first result. */
export const inCategory = (args: Json, category: string | undefined): Json => {
  const { category: _, category_id: __, offset: ___, ...rest } = args
  return category === undefined ? rest : { ...rest, category }
}

export const offsetOf = (args: Json): number => (typeof args.offset === "number" ? args.offset : 0)
