import { Context, Effect, Layer, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { SavedAddress } from "../../schemas/account.ts"
import { Address } from "../../schemas/address.ts"

interface Row {
  readonly id: SavedAddress["id"]
  readonly address: unknown
  readonly is_default: boolean
}

const decode = Schema.decodeUnknownSync(Address)
const encode = Schema.encodeSync(Address)

const ofRow = ({ address, id, is_default }: Row): SavedAddress => ({
  id,
  isDefault: is_default,
  address: decode(address)
})

/** The addresses that accounts keep. One of them is the default, as long as there is any. */
export class Addresses extends Context.Service<
  Addresses,
  {
    /** The default one first, then the newest. */
    readonly list: (accountId: string) => Effect.Effect<ReadonlyArray<SavedAddress>, SqlError.SqlError>
    readonly insert: (accountId: string, saved: SavedAddress, at: Date) => Effect.Effect<void, SqlError.SqlError>
    readonly change: (id: string, address: Address) => Effect.Effect<void, SqlError.SqlError>
    /** In the place of whichever was. */
    readonly makeDefault: (accountId: string, id: string) => Effect.Effect<void, SqlError.SqlError>
    readonly remove: (id: string) => Effect.Effect<void, SqlError.SqlError>
  }
>()("craftlocal/store/Addresses") {
  static readonly layer = Layer.effect(
    Addresses,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        list: (accountId) =>
          Effect.map(
            sql<Row>`SELECT id, address, is_default FROM addresses WHERE account_id = ${accountId}
              ORDER BY is_default DESC, created_at DESC, id`,
            (rows) => rows.map(ofRow)
          ),
        insert: (accountId, { address, id, isDefault }, at) =>
          Effect.asVoid(
            sql`INSERT INTO addresses ${sql.insert({
              id,
              account_id: accountId,
              address: JSON.stringify(encode(address)),
              is_default: isDefault,
              created_at: at
            })}`
          ),
        change: (id, address) =>
          Effect.asVoid(sql`UPDATE addresses SET address = ${JSON.stringify(encode(address))} WHERE id = ${id}`),
        makeDefault: Effect.fnUntraced(function* (accountId, id) {
          yield* sql`UPDATE addresses SET is_default = false WHERE account_id = ${accountId} AND is_default AND id <> ${id}`
          yield* sql`UPDATE addresses SET is_default = true WHERE account_id = ${accountId} AND id = ${id}`
        }),
        remove: (id) => Effect.asVoid(sql`DELETE FROM addresses WHERE id = ${id}`)
      }
    })
  )
}
