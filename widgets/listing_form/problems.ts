import { listingBounds as bounds } from "../../schemas/listingBounds.ts"
import { amountOf, countOf, listOf } from "./amounts.ts"
import type { Entries } from "./entries.ts"

export const steps = ["what", "price", "pictures", "delivery", "preview"] as const
export type Step = (typeof steps)[number]

/** Where each entry is asked for. */
export const stepOf = {
  title: "what",
  description: "what",
  category: "what",
  price: "price",
  stock: "price",
  materials: "price",
  tags: "price",
  dimensions: "price",
  pictures: "pictures",
  delivery: "delivery",
  shippingCost: "delivery",
  leadTime: "delivery"
} as const satisfies Record<string, Step>
export type Field = keyof typeof stepOf

/** What is wrong with an entry, by the name of the sentence that says it. */
export interface Problem {
  readonly key: "length" | "choose" | "amount" | "count" | "words" | "uploading" | "lost" | "noDelivery"
  readonly filled: Readonly<Record<string, number>>
}
export type Problems = Partial<Record<Field, Problem>>

interface Bounds {
  readonly minimum: number
  readonly maximum: number
}

const problem = (key: Problem["key"], filled: Problem["filled"] = {}): Problem => ({ key, filled })
const within = (value: number | undefined, { maximum, minimum }: Bounds) =>
  value !== undefined && value >= minimum && value <= maximum
const told = ({ maximum, minimum }: Bounds) => ({ least: minimum, most: maximum })

const textual = (text: string, limits: Bounds) =>
  within(text.trim().length, limits) ? undefined : problem("length", told(limits))
const listed = (text: string, { each, most }: { readonly each: number; readonly most: number }) =>
  listOf(text).length <= most && listOf(text).every((word) => word.length <= each)
    ? undefined
    : problem("words", { most, each })
const amount = (text: string, limits: Bounds) =>
  within(amountOf(text), limits) ? undefined : problem("amount", told(limits))
const count = (text: string, limits: Bounds) =>
  within(countOf(text), limits) ? undefined : problem("count", told(limits))
const shown = ({ pictures }: Entries) =>
  pictures.some(({ failure }) => failure !== undefined)
    ? problem("lost")
    : pictures.some(({ url }) => url === undefined)
      ? problem("uploading")
      : undefined

/** Why the server would refuse what was typed. Something new has a piece at least; what is there already may be sold out. */
export const problemsOf = (entries: Entries, isNew: boolean): Problems => {
  const all: Readonly<Record<Field, Problem | undefined>> = {
    title: textual(entries.title, bounds.title),
    description: textual(entries.description, bounds.description),
    category: entries.category === "" ? problem("choose") : undefined,
    price: amount(entries.price, bounds.price),
    stock: count(entries.stock, isNew ? bounds.stock : { ...bounds.stock, minimum: 0 }),
    materials: listed(entries.materials, bounds.materials),
    tags: listed(entries.tags, bounds.tags),
    dimensions:
      entries.dimensions.trim().length > bounds.dimensions
        ? problem("length", { least: 1, most: bounds.dimensions })
        : undefined,
    pictures: shown(entries),
    delivery: entries.shipping || entries.pickup ? undefined : problem("noDelivery"),
    shippingCost: entries.shipping ? amount(entries.shippingCost, bounds.shippingCost) : undefined,
    leadTime: count(entries.leadTime, bounds.leadTimeDays)
  }
  return Object.fromEntries(Object.entries(all).filter(([, found]) => found !== undefined)) as Problems
}

/** The first step that something is wrong in; undefined when all is well. */
export const firstStep = (wrong: Partial<Record<Field, unknown>>): Step | undefined =>
  steps.find((step) => (Object.keys(wrong) as ReadonlyArray<Field>).some((field) => stepOf[field] === step))
