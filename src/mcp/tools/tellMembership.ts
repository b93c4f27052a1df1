import type { MembershipAnswer } from "../../../schemas/membership.ts"

const next = ({ member, memberSince, signedIn }: MembershipAnswer["membership"]) => {
  if (member) return `The user is a member since ${memberSince?.slice(0, 10)}.`
  return signedIn
    ? "The user is not a member. join_membership makes them one, when they want it."
    : "The user is not signed in: they sign in, then join_membership makes them a member."
}

/** A membership as a text. */
export const tellMembership = ({ membership, message }: MembershipAnswer): string =>
  [
    ...(message === undefined ? [] : [message]),
    `The ${membership.program}:`,
    ...membership.benefits,
    next(membership)
  ].join("\n")
