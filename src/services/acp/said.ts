import { askedDetails } from "../../../schemas/acp/address.ts"
import { readBuyer } from "../../../schemas/acp/buyer.ts"
import type { CompleteRequest } from "../../../schemas/acp/CompleteRequest.ts"
import { askedCodes } from "../../../schemas/acp/codes.ts"
import { askedLines } from "../../../schemas/acp/items.ts"
import type { Message } from "../../../schemas/acp/Message.ts"
import type { UpdateRequest } from "../../../schemas/acp/UpdateRequest.ts"
import type { Changes } from "../Checkout.ts"
import { addressSaid } from "./addressSaid.ts"

/** What a request says, in our words, and what the answer must say of it. */
export interface Said {
  readonly changes: Changes
  readonly messages: ReadonlyArray<Message>
}

const buyerSaid = (request: UpdateRequest): Changes => {
  const { buyer } = request
  const words = readBuyer(buyer, askedDetails(request))
  if (Object.keys(words).length > 0) return { buyer: words }
  return buyer === null ? { buyer: null } : {}
}

const notesSaid = ({ order_notes }: Pick<UpdateRequest, "order_notes">): Changes =>
  order_notes === undefined ? {} : { pickupNotes: order_notes }

/** All that a request to create or to update may say, but for the choice of delivery. */
export const said = (request: UpdateRequest): Said => {
  const lines = askedLines(request)
  const codes = askedCodes(request)
  const { changes, messages } = addressSaid(askedDetails(request))
  return {
    changes: {
      ...buyerSaid(request),
      ...changes,
      ...notesSaid(request),
      ...(lines && { setLines: lines.map(({ listingId, quantity, variant }) => ({ listingId, quantity, variant })) }),
      ...(codes && { codes })
    },
    messages
  }
}

/** What a request to complete may still say of the buyer. */
export const saidLast = ({ buyer, order_notes }: CompleteRequest): Changes => ({
  ...buyerSaid({ buyer: buyer ?? undefined } as UpdateRequest),
  ...notesSaid({ order_notes: order_notes ?? undefined } as UpdateRequest)
})
