import { Effect } from "effect"
import { CancelRequest } from "../../../schemas/acp/CancelRequest.ts"
import { IllegalStep, type Refusal } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Checkout } from "../Checkout.ts"
import { Notes } from "../Notes.ts"
import { now } from "../now.ts"
import { Payment } from "../Payment.ts"
import { decode } from "./decode.ts"
import { intentSaid } from "./intentSaid.ts"
import { type Problem, wrong } from "./Problem.ts"
import type { Shown } from "./session/Shown.ts"
import { stillOpen } from "./stillOpen.ts"

const read = decode(CancelRequest)

/** What is over cannot be canceled: the one use the protocol has for 405. */
const notAllowed = <E extends Problem | Refusal>(error: E): E | Problem =>
  error instanceof IllegalStep && error.from === "Completed"
    ? wrong(405, "session_completed", error.message)
    : error instanceof IllegalStep && error.from === "Canceled"
      ? wrong(405, "session_canceled", error.message)
      : error

export const cancel = Effect.fn("acp.cancel")(function* (
  id: string,
  body: unknown,
  record: (shown: Shown) => Effect.Effect<void>
): Effect.fn.Return<Shown, Problem | Refusal, Checkout | Notes | Payment | Caller> {
  const checkout = yield* Checkout
  const payment = yield* Payment
  const notes = yield* Notes
  const said = intentSaid(yield* read(body))
  const at = yield* now
  yield* stillOpen(yield* checkout.read(id), at, "CancelRequested")
  const keep = Effect.orDie(notes.keep(id, said))
  const session = yield* payment.cancel(id, (session) => Effect.andThen(keep, record({ session, at })))
  return { session, at }
}, Effect.mapError(notAllowed))
