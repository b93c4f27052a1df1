import { answered, refused, type State } from "../kit/State.ts"
import type { MembershipAnswer } from "./read.ts"

const guest: MembershipAnswer = {
  membership: {
    program: "Circle",
    member: false,
    member_since: null,
    signed_in: false,
    free_shipping_from: 50,
    currency: "usd",
    benefits: [
      "Free shipping, standard and expedited, from every shop whose pieces in an order come to $50.00 or more.",
      "It is taken off at the checkout by itself, without a code.",
      "Joining is free."
    ]
  }
}
const buyer = { membership: { ...guest.membership, signed_in: true } }
const member = { membership: { ...buyer.membership, member: true, member_since: "2026-03-12T09:30:00.000Z" } }
const long =
  "A member’s benefit that is told in very many words, because somebody thought that all of it mattered, and wrapsaroundevenwithoutaspacebetween"
const tools = { join_membership: answered(member), get_membership: answered(buyer) }

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: answered(buyer), tools },
  { name: "member", result: answered(member), tools },
  { name: "guest", result: answered(guest), tools },
  {
    name: "long texts",
    result: answered({ membership: { ...buyer.membership, program: long, benefits: [long, "Short", long] } }),
    tools
  },
  { name: "tools absent", result: answered(buyer, ["search_listings"]) },
  { name: "no capabilities", result: answered(guest), capabilities: {} },
  { name: "failed", result: refused("UNAVAILABLE", "The membership cannot be read right now. Try again soon."), tools },
  { name: "cancelled", cancelled: true }
]
