import { Effect } from "effect"
import { Checkout } from "../Checkout.ts"
import { now } from "../now.ts"
import type { Shown } from "./session/Shown.ts"

export const retrieve = Effect.fn("acp.retrieve")(function* (id: string) {
  const checkout = yield* Checkout
  return { session: yield* checkout.read(id), at: yield* now } satisfies Shown
})
