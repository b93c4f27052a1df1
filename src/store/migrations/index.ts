import { Layer } from "effect"
import { Migrator } from "effect/sql"
import shop from "./0001_shop.ts"
import trade from "./0002_trade.ts"

/** Numbered, forward only. A migration that has run anywhere is never changed. */
export const migrations = {
  "0001_shop": shop,
  "0002_trade": trade
}

/** Brings the database up to date; several processes starting at once wait for one another. */
export const migrate = Migrator.make({})({ loader: Migrator.fromRecord(migrations), table: "migrations" })

export const layerMigrations = Layer.effectDiscard(migrate)
