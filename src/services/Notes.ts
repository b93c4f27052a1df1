import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import { type AcpNote, AcpNotes } from "../store/AcpNotes.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import type { Record } from "./Record.ts"

export type Note = AcpNote

/** What an agent says beside a purchase, kept in the transaction of what it is said with. */
export class Notes extends Context.Service<
  Notes,
  {
    readonly keep: (checkoutId: string, notes: ReadonlyArray<Note>) => Effect.Effect<void, Unavailable>
    /** Keeps the notes whenever it records, in the same transaction. */
    readonly recordWith: <A>(checkoutId: string, notes: ReadonlyArray<Note>, record: Record<A>) => Record<A>
  }
>()("craftlocal/services/Notes") {
  static readonly layer = Layer.effect(
    Notes,
    Effect.gen(function* () {
      const store = yield* AcpNotes
      const sql = yield* SqlClient.SqlClient
      const keep: Notes["Service"]["keep"] = Effect.fn("Notes.keep")(function* (checkoutId, notes) {
        const at = yield* now
        for (const note of notes) yield* orUnavailable(store.put(checkoutId, note, at))
      })
      const recordWith: Notes["Service"]["recordWith"] = (checkoutId, notes, record) => {
        if (notes.length === 0) return record
        const kept = Effect.orDie(keep(checkoutId, notes))
        return Object.assign((value: Parameters<typeof record>[0]) => Effect.andThen(kept, record(value)), {
          along: ((value, step) =>
            sql.withTransaction(Effect.tap(record.along(value, step), () => kept))) as typeof record.along
        })
      }
      return { keep, recordWith }
    })
  )
}
