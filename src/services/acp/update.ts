import { Effect } from "effect"
import { askedLines } from "../../../schemas/acp/items.ts"
import { UpdateRequest } from "../../../schemas/acp/UpdateRequest.ts"
import type { Refusal } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Checkout } from "../Checkout.ts"
import { now } from "../now.ts"
import { chosenDeliveries } from "./chosenDeliveries.ts"
import { decode } from "./decode.ts"
import type { Problem } from "./Problem.ts"
import { pointed } from "./pointed.ts"
import { priceChanges } from "./priceChanges.ts"
import { said } from "./said.ts"
import type { Shown } from "./session/Shown.ts"
import { stillOpen } from "./stillOpen.ts"
import { vanished } from "./vanished.ts"

const read = decode(UpdateRequest)

/** Changes what the request says. A line that went off sale meanwhile is told in the session. */
export const update = Effect.fn("acp.update")(
  function* (id: string, body: unknown): Effect.fn.Return<Shown, Problem | Refusal, Checkout | Caller> {
    const checkout = yield* Checkout
    const request = yield* read(body)
    const lines = askedLines(request) ?? []
    const before = yield* checkout.read(id)
    const at = yield* now
    yield* stillOpen(before, at, "Revised")
    const { changes, messages } = said(request)
    const chosen = yield* chosenDeliveries(request, before.state.contents.lines, lines)
    const revised = checkout.revise(id, { ...changes, ...chosen }).pipe(
      Effect.map((session): Shown => {
        const { contents } = session.state
        return { session, at, messages: [...messages, ...priceChanges(contents, lines, before.state.contents.lines)] }
      })
    )
    return yield* Effect.catchTag(revised, ["NotFound", "Invalid"], (error) => {
      const shown = changes.setLines === undefined ? vanished(before, at, error) : undefined
      return shown === undefined ? Effect.fail(pointed(lines)(error)) : Effect.succeed(shown)
    })
  },
  Effect.retry({ times: 2, while: ({ _tag }) => _tag === "StaleCheckout" })
)
