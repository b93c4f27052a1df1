import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** Who sent the buyer at first and at last, what the buyer agreed to be sent, and why the buyer left. */
export interface AcpNote {
  readonly kind: "first_touch" | "last_touch" | "marketing_consent" | "intent_trace"
  readonly data: Readonly<Record<string, unknown>>
}

/** What agents say beside a purchase. Holds no secrets. */
export class AcpNotes extends Context.Service<
  AcpNotes,
  {
    /** Takes the place of what was said before of the same kind. */
    readonly put: (checkoutId: string, note: AcpNote, at: Date) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/AcpNotes") {
  static readonly layer = Layer.effect(
    AcpNotes,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        put: (checkoutId, { data, kind }, at) =>
          Effect.asVoid(sql`INSERT INTO acp_notes (checkout_id, kind, at, data)
            VALUES (${checkoutId}, ${kind}, ${at}, ${JSON.stringify(data)})
            ON CONFLICT (checkout_id, kind) DO UPDATE SET at = EXCLUDED.at, data = EXCLUDED.data`)
      }
    })
  )
}
