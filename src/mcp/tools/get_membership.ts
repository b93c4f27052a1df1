import { Effect } from "effect"
import { MembershipAnswer } from "../../../schemas/membership.ts"
import { Memberships } from "../../services/Memberships.ts"
import { defineTool } from "../Tool.ts"
import { tellMembership } from "./tellMembership.ts"

export const getMembership = defineTool(
  {
    name: "get_membership",
    aliases: ["check-circle-membership"],
    toolset: "membership",
    title: "Get the membership",
    description: "Use this when the user asks about the Circle, the programme for buyers, or whether they are in it.",
    input: {},
    output: MembershipAnswer,
    does: "reads",
    scopes: [],
    betterSignedIn: true,
    widget: "membership",
    widgetMayCall: true,
    says: ["Looking up the Circle", "Looked up the Circle"],
    tell: tellMembership
  },
  () => Effect.flatMap(Memberships, ({ read }) => read)
)
