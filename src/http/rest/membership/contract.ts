import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { Invalid, KeyInFlight, KeyReused, Unauthorized } from "../../../../schemas/errors.ts"
import { MembershipAnswer } from "../../../../schemas/membership.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const read = HttpApiEndpoint.get("read", "/api/v1/membership", {
  success: MembershipAnswer,
  error: refusals()
}).annotateMerge(
  about({
    summary: "Read the membership",
    description: "The programme for buyers, and whether the account is in it. Guests are told what there is to join."
  })
)

export const join = HttpApiEndpoint.post("join", "/api/v1/membership", {
  headers: idempotent,
  success: MembershipAnswer,
  error: refusals(Unauthorized, Invalid, KeyInFlight, KeyReused, TooLarge, WrongType)
}).annotateMerge(
  about({
    summary: "Join the programme",
    description: "Free, and at once. Whoever is in it already stays so, since when they were.",
    scopes: ["orders.write"]
  })
)

export class Membership extends HttpApiGroup.make("membership")
  .add(read, join)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "The programme for buyers" })) {}
