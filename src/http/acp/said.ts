import { type FulfillmentDetails, readAddress } from "../../../schemas/acp/address.ts"
import { readBuyer } from "../../../schemas/acp/buyer.ts"
import type { CompleteRequest } from "../../../schemas/acp/CompleteRequest.ts"
import { askedCodes } from "../../../schemas/acp/codes.ts"
import { askedLines } from "../../../schemas/acp/items.ts"
import type { Message } from "../../../schemas/acp/Message.ts"
import type { UpdateRequest } from "../../../schemas/acp/UpdateRequest.ts"
import type { Issue } from "../../../schemas/errors.ts"
import { readAddress as readUsAddress } from "../../domain/usAddress.ts"
import type { Changes } from "../../services/Checkout.ts"
import { blocking } from "./session/messagesOf.ts"

/** What a request says, in our words, and what the answer must say of it. */
export interface Said {
  readonly changes: Changes
  readonly messages: ReadonlyArray<Message>
}

type Details = typeof FulfillmentDetails.Type | null | undefined

const fields: Record<string, string> = { state: "state", zip: "postal_code", country: "country" }

const problem = ({ message, path }: Issue, said: string | null | undefined): Message => {
  const param = `$.fulfillment_details.address.${fields[path]}`
  if (path === "country") return blocking("region_restricted", `Shops deliver within the United States only.`, param)
  return said
    ? blocking("invalid", `${message.charAt(0).toUpperCase()}${message.slice(1)}.`, param)
    : blocking("missing", "The state is missing; send a code such as IL.", param)
}

/** An address nobody can deliver to is no address, and the answer says why; it never leaves the old one in its place. */
const addressSaid = (details: Details): Said => {
  if (details === undefined || details?.address === undefined) {
    return { changes: details === null ? { address: null } : {}, messages: [] }
  }
  if (details.address === null) return { changes: { address: null }, messages: [] }
  const address = readAddress(details.address)
  const read = readUsAddress(address)
  return "line1" in read
    ? { changes: { address: read }, messages: [] }
    : {
        changes: { address: null },
        messages: read.map((issue) => problem(issue, issue.path === "state" ? address.state : "said"))
      }
}

const buyerSaid = ({ buyer, fulfillment_details }: UpdateRequest): Changes => {
  const words = readBuyer(buyer, fulfillment_details)
  if (Object.keys(words).length > 0) return { buyer: words }
  return buyer === null ? { buyer: null } : {}
}

const notesSaid = ({ order_notes }: Pick<UpdateRequest, "order_notes">): Changes =>
  order_notes === undefined ? {} : { pickupNotes: order_notes }

/** All that a request to create or to update may say, but for the choice of delivery. */
export const said = (request: UpdateRequest): Said => {
  const lines = askedLines(request)
  const codes = askedCodes(request)
  const { changes, messages } = addressSaid(request.fulfillment_details)
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
