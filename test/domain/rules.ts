import { allocate } from "../../src/domain/allocate.ts"
import { steps } from "../../src/domain/checkout.ts"
import { withWanted } from "../../src/domain/contents.ts"
import { discounted } from "../../src/domain/discounts.ts"
import { quote } from "../../src/domain/pricing.ts"
import { deliveryOptions, standardCost } from "../../src/domain/shipping.ts"

/** The rules as they are. A planted bug is these with one of them broken. */
export const rules = { steps, withWanted, allocate, discounted, quote, standardCost, deliveryOptions }
export type Rules = typeof rules
