import type { Message } from "../../../../schemas/acp/Message.ts"
import type { Order } from "../../../../schemas/acp/Order.ts"
import type { Checkout } from "../../../../schemas/checkout.ts"
import type { Payments } from "../../../ports/Payments.ts"

/** A checkout to be told, at this moment, with what the request itself gave reason to say. */
export interface Shown {
  readonly session: Checkout
  readonly at: Date
  readonly messages?: ReadonlyArray<Message>
  /** What became of it since it was paid; without it the order is told as it was bought. */
  readonly order?: Order
}

/** What every session tells of this marketplace. */
export interface Market {
  readonly name: string
  readonly publicUrl: string
  readonly provider: Payments["Service"]["provider"]
}

const day = 24 * 60 * 60 * 1000

/** The moment that many days later, as the protocol writes it. */
export const daysAfter = (from: Date, days: number): string => new Date(from.getTime() + days * day).toISOString()
