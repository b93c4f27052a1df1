import type { MembershipAnswer as Answer, Membership as Schema } from "../../schemas/membership.ts"

/** What `get_membership` and `join_membership` put on the wire. */
export type MembershipAnswer = typeof Answer.Encoded
export type Membership = typeof Schema.Encoded

export const membershipAnswer = (content: unknown): MembershipAnswer | undefined => {
  const answer = content as MembershipAnswer | null | undefined
  return Array.isArray(answer?.membership?.benefits) ? answer! : undefined
}
