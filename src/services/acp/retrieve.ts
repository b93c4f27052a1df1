import { Effect } from "effect"
import { Checkout } from "../Checkout.ts"
import { now } from "../now.ts"
import { orderOfCheckout } from "./orderOfCheckout.ts"
import type { Shown } from "./session/Shown.ts"

/** A session as it stands, and what has become of its order since. */
export const retrieve = Effect.fn("acp.retrieve")(function* (id: string, publicUrl: string) {
  const checkout = yield* Checkout
  const session = yield* checkout.read(id)
  const order = session.state._tag === "Completed" ? yield* orderOfCheckout(id, publicUrl) : undefined
  return { session, at: yield* now, ...(order && { order }) } satisfies Shown
})
