import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { Unavailable } from "../../schemas/errors.ts"
import { canExist } from "../../schemas/ids.ts"
import type { Shop } from "../../schemas/shop.ts"
import { orUnavailable } from "./Sql.ts"

/** Shops as everybody may see them. */
export class Shops extends Context.Service<
  Shops,
  {
    readonly find: (id: string) => Effect.Effect<Omit<Shop, "url"> | undefined, Unavailable>
  }
>()("craftlocal/store/Shops") {
  static readonly layer = Layer.effect(
    Shops,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        find: Effect.fn("Shops.find")(function* (id) {
          if (!canExist(id)) return undefined
          const [row] = yield* orUnavailable(
            sql<Omit<Shop, "url">>`SELECT s.id, s.name, s.description, c.name AS city, c.state,
              s.rating::float8 AS rating, s.total_reviews AS "totalReviews", s.return_policy AS "returnPolicy"
              FROM shops s JOIN cities c ON c.slug = s.city WHERE s.id = ${id}`
          )
          return row
        })
      }
    })
  )
}
