import type { Viewer } from "../../schemas/access.ts"
import type { Checkout } from "../../schemas/checkout.ts"
import type { Session } from "../../schemas/session.ts"
import { mayTouch, ownerOf } from "./access.ts"
import { completionOf } from "./completion.ts"
import type { Purchase } from "./orders.ts"
import { sessionView } from "./sessionView.ts"

/** A checkout as its page shows it. */
export interface Linked extends Session {
  /** Where the buyer's bank asks, while it does. */
  readonly bankPage?: string
  /** It is the provider's own page for cards, and no bank's. */
  readonly hosted?: true
  /** Others may only look. */
  readonly mayAct: boolean
  /** It belongs to the account that looks, which may be told what it said. */
  readonly isOwn: boolean
  readonly name: string | null
  /** What was said before, as much of it as whoever holds the link may know. */
  readonly onFile: {
    readonly email: boolean
    /** City and state. */
    readonly place: string | null
  }
  readonly orders: ReadonlyArray<Purchase>
}

/** Who only holds a link is not told who buys, nor where they live beyond the city. */
export const linkedView = (checkout: Checkout, viewer: Viewer, publicUrl: string, at: Date): Linked => {
  const { owner, state } = checkout
  const { address, buyer } = state.contents
  const session = sessionView(checkout, publicUrl, at)
  const isOwn = owner !== "guest" && owner === ownerOf(viewer)
  const url = state._tag === "Challenged" ? state.url : ""
  return {
    ...session,
    ...(!isOwn && { email: null, shippingAddress: null, pickupNotes: null }),
    ...(/^https?:/.test(url) && url !== session.continueUrl && { bankPage: url }),
    ...(state._tag === "Challenged" && state.attempt.hosted && { hosted: true }),
    mayAct: mayTouch(viewer, owner),
    isOwn,
    name: isOwn ? (buyer.name ?? null) : null,
    onFile: { email: buyer.email !== undefined, place: address && `${address.city}, ${address.state}` },
    orders: state._tag === "Completed" ? completionOf(checkout, "succeeded").purchases : []
  }
}
