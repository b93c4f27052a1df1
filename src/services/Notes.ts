import { Context, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import { type AcpNote, AcpNotes } from "../store/AcpNotes.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"

export type Note = AcpNote

/** What an agent says beside a purchase, kept in the transaction of what it is said with. */
export class Notes extends Context.Service<
  Notes,
  { readonly keep: (checkoutId: string, notes: ReadonlyArray<Note>) => Effect.Effect<void, Unavailable> }
>()("craftlocal/services/Notes") {
  static readonly layer = Layer.effect(
    Notes,
    Effect.gen(function* () {
      const store = yield* AcpNotes
      return {
        keep: Effect.fn("Notes.keep")(function* (checkoutId, notes) {
          const at = yield* now
          for (const note of notes) yield* orUnavailable(store.put(checkoutId, note, at))
        })
      }
    })
  )
}
