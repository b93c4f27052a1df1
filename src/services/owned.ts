import { Effect } from "effect"
import { Unauthorized } from "../../schemas/errors.ts"
import { Caller } from "../ports/Caller.ts"

/** The account that asks; nobody else has one to ask about. */
export const ownAccountId = Effect.gen(function* () {
  const { viewer } = yield* Caller
  return viewer._tag === "Account" ? viewer.accountId : yield* new Unauthorized({ why: "This belongs to an account." })
})
