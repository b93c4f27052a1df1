import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Channel } from "../../schemas/access.ts"
import type { Checkout } from "../../schemas/checkout.ts"
import { StaleCheckout } from "../../schemas/errors.ts"
import { type CheckoutId, canExist } from "../../schemas/ids.ts"
import { dataOf, stateOf } from "./checkoutData.ts"

interface Row {
  readonly id: CheckoutId
  readonly owner: string
  readonly channel: Channel
  readonly data: unknown
  readonly version: number
  readonly expires_at: Date
  readonly created_at: Date
  readonly updated_at: Date
}

const ofRow = (row: Row): Checkout => ({
  id: row.id,
  owner: row.owner,
  channel: row.channel,
  state: stateOf(row.data),
  version: row.version,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  updatedAt: row.updated_at
})

export class Checkouts extends Context.Service<
  Checkouts,
  {
    readonly find: (id: string) => Effect.Effect<Checkout | undefined, SqlError.SqlError>
    readonly insert: (checkout: Checkout) => Effect.Effect<void, SqlError.SqlError>
    /** Saves over the version before; answers the new one. `StaleCheckout` when somebody else was first. */
    readonly save: (checkout: Checkout) => Effect.Effect<Checkout, StaleCheckout | SqlError.SqlError>
    /** Those whose payment nobody has touched since then. */
    readonly unfinished: (since: Date) => Effect.Effect<ReadonlyArray<CheckoutId>, SqlError.SqlError>
    /** Those whose time is over, but for the ones that are paying. */
    readonly overdue: (now: Date) => Effect.Effect<ReadonlyArray<CheckoutId>, SqlError.SqlError>
  }
>()("craftlocal/store/Checkouts") {
  static readonly layer = Layer.effect(
    Checkouts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      /** In another order each second, so that those which cannot be finished now do not stand before the others for ever. */
      const shuffled = (at: Date) => sql`ORDER BY hashtextextended(id, ${Math.floor(at.getTime() / 1000)}::bigint)`
      const ids = Effect.map((rows: ReadonlyArray<{ readonly id: CheckoutId }>) => rows.map(({ id }) => id))
      return {
        find: Effect.fnUntraced(function* (id) {
          if (!canExist(id)) return undefined
          const [row] = yield* sql<Row>`SELECT * FROM checkouts WHERE id = ${id}`
          return row && ofRow(row)
        }),
        insert: ({ channel, createdAt, expiresAt, id, owner, state, updatedAt, version }) =>
          Effect.asVoid(
            sql`INSERT INTO checkouts ${sql.insert({
              id,
              owner,
              channel,
              state: state._tag,
              data: dataOf(state),
              version,
              expires_at: expiresAt,
              created_at: createdAt,
              updated_at: updatedAt
            })}`
          ),
        save: Effect.fnUntraced(function* (checkout) {
          const { expiresAt, id, state, updatedAt, version } = checkout
          const rows = yield* sql`UPDATE checkouts
            SET state = ${state._tag}, data = ${dataOf(state)}, version = version + 1,
                expires_at = ${expiresAt}, updated_at = ${updatedAt}
            WHERE id = ${id} AND version = ${version} RETURNING 1`
          if (rows.length === 0) return yield* new StaleCheckout()
          return { ...checkout, version: version + 1 }
        }),
        unfinished: (since) =>
          ids(sql<{ id: CheckoutId }>`SELECT id FROM checkouts
            WHERE state = 'Paying' AND updated_at < ${since} ${shuffled(since)} LIMIT 100`),
        overdue: (now) =>
          ids(sql<{ id: CheckoutId }>`SELECT id FROM checkouts
            WHERE state IN ('Open', 'Ready', 'Challenged') AND expires_at < ${now} ${shuffled(now)} LIMIT 500`)
      }
    })
  )
}
