import { Layer } from "effect"
import { Migrator } from "effect/sql"
import shop from "./0001_shop.ts"
import trade from "./0002_trade.ts"
import search from "./0003_search.ts"
import numbers from "./0004_numbers.ts"
import fulfilment from "./0005_fulfilment.ts"
import acp from "./0006_acp.ts"
import cartBuyer from "./0007_cart_buyer.ts"
import payment from "./0008_payment.ts"
import inventory from "./0009_inventory.ts"
import signIn from "./0010_sign_in.ts"
import accounts from "./0011_accounts.ts"
import selling from "./0012_selling.ts"
import imagesAudit from "./0013_images_audit.ts"
import signInSessions from "./0014_sign_in_sessions.ts"

/** Numbered, forward only. A migration that has run anywhere is never changed. */
export const migrations = {
  "0001_shop": shop,
  "0002_trade": trade,
  "0003_search": search,
  "0004_numbers": numbers,
  "0005_fulfilment": fulfilment,
  "0006_acp": acp,
  "0007_cart_buyer": cartBuyer,
  "0008_payment": payment,
  "0009_inventory": inventory,
  "0010_sign_in": signIn,
  "0011_accounts": accounts,
  "0012_selling": selling,
  "0013_images_audit": imagesAudit,
  "0014_sign_in_sessions": signInSessions
}

/** Brings the database up to date; several processes starting at once wait for one another. */
export const migrate = Migrator.make({})({ loader: Migrator.fromRecord(migrations), table: "migrations" })

export const layerMigrations = Layer.effectDiscard(migrate)
