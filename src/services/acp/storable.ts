import { digestible } from "../../domain/digestible.ts"

const isText = (value: string) => value.isWellFormed() && !value.includes("\0")

/** False for JSON that no request of ours needs and that a database, or a recursion, would stumble over. */
export const storable = (json: unknown): boolean => digestible(json, isText)
