import { Context, Effect, Layer, Schema } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import type { Role } from "../../schemas/access.ts"
import { Address } from "../../schemas/address.ts"
import { type AccountId, canExist } from "../../schemas/ids.ts"

export interface Account {
  readonly id: AccountId
  readonly email: string
  readonly name: string
  readonly phone: string | null
  readonly address: Address | null
  readonly roles: ReadonlyArray<Role>
  /** Since when the account is in the Circle. */
  readonly memberSince: Date | null
}

interface Row extends Omit<Account, "address" | "memberSince"> {
  readonly address: unknown
  readonly member_since: Date | null
}

const addressOf = Schema.decodeUnknownSync(Schema.NullOr(Address))

const ofRow = ({ address, email, id, member_since, name, phone, roles }: Row): Account => ({
  id,
  email,
  name,
  phone,
  roles,
  address: addressOf(address),
  memberSince: member_since
})

export class Accounts extends Context.Service<
  Accounts,
  {
    readonly find: (id: string) => Effect.Effect<Account | undefined, SqlError.SqlError>
    readonly findByEmail: (email: string) => Effect.Effect<Account | undefined, SqlError.SqlError>
    /** Whose shop it is. */
    readonly ofShop: (shopId: string) => Effect.Effect<Account | undefined, SqlError.SqlError>
    /** The shops this account sells under. */
    readonly shopsOf: (id: string) => Effect.Effect<ReadonlyArray<string>, SqlError.SqlError>
  }
>()("craftlocal/store/Accounts") {
  static readonly layer = Layer.effect(
    Accounts,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      return {
        find: Effect.fnUntraced(function* (id) {
          if (!canExist(id)) return undefined
          const [row] = yield* sql<Row>`SELECT * FROM accounts WHERE id = ${id}`
          return row && ofRow(row)
        }),
        findByEmail: Effect.fnUntraced(function* (email) {
          if (email.includes("\0")) return undefined
          const [row] = yield* sql<Row>`SELECT * FROM accounts WHERE lower(email) = lower(${email})`
          return row && ofRow(row)
        }),
        ofShop: Effect.fnUntraced(function* (shopId) {
          const [row] = yield* sql<Row>`SELECT a.* FROM accounts a JOIN shops s ON s.account_id = a.id
            WHERE s.id = ${shopId}`
          return row && ofRow(row)
        }),
        shopsOf: (id) =>
          Effect.map(sql<{ id: string }>`SELECT id FROM shops WHERE account_id = ${id}`, (rows) =>
            rows.map((row) => row.id)
          )
      }
    })
  )
}
