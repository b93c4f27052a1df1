import { Schema } from "effect"
import { optional, text } from "./optional.ts"

const Codes = Schema.Array(text(40, 1)).check(Schema.isMaxLength(5))

/** `coupons` is the deprecated spelling. */
export const codes = { discounts: optional(Schema.Struct({ codes: optional(Codes) })), coupons: optional(Codes) }

interface Spelled {
  readonly discounts?: { readonly codes?: ReadonlyArray<string> | null } | null
  readonly coupons?: ReadonlyArray<string> | null
}

/** The codes of a request; undefined when it says nothing of them, none when it clears them. */
export const askedCodes = ({ coupons, discounts }: Spelled): ReadonlyArray<string> | undefined => {
  if (discounts?.codes !== undefined) return discounts.codes ?? []
  return discounts === null ? [] : coupons === null ? [] : coupons
}
