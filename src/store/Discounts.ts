import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Discount } from "../domain/discounts.ts"

interface Row {
  readonly code: string
  readonly title: string
  readonly kind: Discount["kind"]
  readonly percent: number | null
  readonly amount: number | null
  readonly shop_id: string | null
  readonly minimum: number
  readonly priority: number
  readonly starts_at: Date | null
  readonly ends_at: Date | null
}

export class Discounts extends Context.Service<
  Discounts,
  {
    /** Those of the codes that exist, whatever their dates say. Codes are compared in upper case. */
    readonly find: (codes: ReadonlyArray<string>) => Effect.Effect<ReadonlyArray<Discount>, SqlError.SqlError>
  }
>()("craftlocal/store/Discounts") {
  static readonly layer = Layer.effect(
    Discounts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        find: Effect.fnUntraced(function* (codes) {
          const wanted = codes.map((code) => code.toUpperCase()).filter((code) => /^[\w-]+$/.test(code))
          if (wanted.length === 0) return []
          const rows = yield* sql<Row>`SELECT * FROM discount_codes WHERE ${sql.in("code", wanted)}`
          return rows.map(
            ({ ends_at, shop_id, starts_at, ...rest }): Discount => ({
              ...rest,
              shopId: shop_id,
              startsAt: starts_at,
              endsAt: ends_at
            })
          )
        })
      }
    })
  )
}
