import { Effect } from "effect"
import { Unauthorized } from "../../schemas/errors.ts"
import { Caller } from "../ports/Caller.ts"
import type { Accounts } from "../store/Accounts.ts"
import { orUnavailable } from "../store/Sql.ts"

const takenBack = new Unauthorized({ why: "The token was taken back." })

/** The account that asks; nobody else has one to ask about. */
export const ownAccountId = Effect.gen(function* () {
  const { viewer } = yield* Caller
  return viewer._tag === "Account" ? viewer.accountId : yield* new Unauthorized({ why: "This belongs to an account." })
})

/** The account that asks, to itself until this transaction ends. A token is known for a while after its account is erased. */
export const ownAccountAlone = Effect.fnUntraced(function* ({ lock }: Accounts["Service"]) {
  const id = yield* ownAccountId
  return (yield* orUnavailable(lock(id))) ? id : yield* takenBack
})

/** That what is begun now would not belong to an account that was erased. */
export const stillThere = Effect.fnUntraced(function* ({ stands }: Accounts["Service"]) {
  const { viewer } = yield* Caller
  if (viewer._tag === "Account" && !(yield* orUnavailable(stands(viewer.accountId)))) return yield* takenBack
})
