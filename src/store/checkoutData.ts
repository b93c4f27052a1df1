import { Schema } from "effect"
import { CheckoutState } from "../../schemas/checkout.ts"

const encode = Schema.encodeSync(CheckoutState)

/** The state of a checkout as the database keeps it. */
export const dataOf = (state: CheckoutState): string => JSON.stringify(encode(state))

export const stateOf: (data: unknown) => CheckoutState = Schema.decodeUnknownSync(CheckoutState)
