import { Effect } from "effect"
import { MembershipAnswer } from "../../../schemas/membership.ts"
import { Memberships } from "../../services/Memberships.ts"
import { defineTool } from "../Tool.ts"
import { tellMembership } from "./tellMembership.ts"

export const joinMembership = defineTool(
  {
    name: "join_membership",
    aliases: ["circle-signup"],
    toolset: "membership",
    title: "Join the Circle",
    description:
      "Use this when a signed-in user wants to join the Circle. It is free, and charges nothing. Joining again changes nothing.",
    input: {},
    output: MembershipAnswer,
    does: "creates",
    scopes: ["orders.write"],
    widget: "membership",
    widgetMayCall: true,
    says: ["Joining the Circle", "Joined the Circle"],
    tell: tellMembership
  },
  () => Effect.flatMap(Memberships, ({ join }) => join)
)
