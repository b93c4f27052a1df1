import type { Json } from "../kit/wire.ts"
import type { Answer } from "./read.ts"

export const filters = ["all", "pending", "shipped", "delivered", "cancelled"] as const
export type Filter = (typeof filters)[number]

export type Side = "buyer" | "seller"

const pageSize = 20
const mostAtOnce = 50

const count = (value: unknown, otherwise: number) => (typeof value === "number" && value >= 0 ? value : otherwise)

/** What was asked for; a filter of tomorrow counts as none. */
export const filterOf = ({ status }: Json): Filter => filters.find((filter) => filter === status) ?? "all"

/** Whose orders these are: by what they say, else by what was asked; undefined when neither tells. */
export const sideOf = ({ role }: Json, { orders }: Answer): Side | undefined => {
  const [first] = orders
  if (first !== undefined) return first.seller === null && first.buyer !== null ? "seller" : "buyer"
  return role === "seller" || role === "buyer" ? role : undefined
}

/** The same question with another filter, from its start. It stays on its side: the server would guess anew. */
export const filtered = (question: Json, answer: Answer, filter: Filter): Json => {
  const { offset: _, ...rest } = question
  const role = sideOf(question, answer)
  return { ...rest, status: filter, ...(role && { role }) }
}

/** The page after what is shown. */
export const further = (question: Json, answer: Answer): Json => ({
  ...question,
  offset: count(question.offset, 0) + answer.orders.length
})

/** The same question for as many as are shown by now. */
export const anew = (question: Json, shown: number): Json =>
  shown > count(question.limit, pageSize) ? { ...question, limit: Math.min(shown, mostAtOnce) } : question

/** Orders that moved down between two answers come twice; they are shown once. */
export const joined = (before: Answer, more: Answer): Answer => {
  const known = new Set(before.orders.map(({ id }) => id))
  const fresh = more.orders.filter(({ id }) => !known.has(id))
  return { ...more, orders: [...before.orders, ...fresh], has_more: more.has_more && more.orders.length > 0 }
}
