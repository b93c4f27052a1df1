import { Effect } from "effect"
import { HttpRouter } from "effect/http"
import { NotFound } from "../../../schemas/errors.ts"
import { canExist } from "../../../schemas/ids.ts"

/** The id of what a request is about; one that cannot exist is answered before it reaches a table. */
const idOf = (what: string) =>
  Effect.gen(function* () {
    const { id = "" } = yield* HttpRouter.params
    return canExist(id) ? id : yield* new NotFound({ what })
  })

export const sessionId = idOf("checkout")
export const cartId = idOf("cart")
