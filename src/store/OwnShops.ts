import { Context, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { ShopId } from "../../schemas/ids.ts"

/** A shop as its maker sells under it. `city` is a slug. */
export interface OwnShop {
  readonly id: ShopId
  readonly name: string
  readonly city: string
  readonly rating: number
}

export class OwnShops extends Context.Service<
  OwnShops,
  {
    /** The first one first; none for an account that is no seller. */
    readonly of: (accountId: string) => Effect.Effect<ReadonlyArray<OwnShop>, SqlError.SqlError>
  }
>()("craftlocal/store/OwnShops") {
  static readonly layer = Layer.effect(
    OwnShops,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        of: (accountId) => sql<OwnShop>`SELECT s.id, s.name, s.city, s.rating::float8 AS rating
          FROM shops s JOIN accounts a ON a.id = s.account_id
          WHERE a.id = ${accountId} AND 'seller' = ANY(a.roles) ORDER BY s.created_at, s.id`
      }
    })
  )
}
