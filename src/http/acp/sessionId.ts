import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { canExist } from "../../../schemas/ids.ts"

/** The id of the session a request is about; one that cannot exist is answered before it reaches a table. */
export const sessionId = Effect.gen(function* () {
  const { id = "" } = yield* HttpRouter.params
  return canExist(id) ? id : yield* new NotFound({ what: "checkout" })
})
