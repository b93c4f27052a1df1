import { type Context, Effect, Layer, Logger, ManagedRuntime, References } from "effect"
import { SqlClient } from "effect/sql"
import { layerServices } from "../../src/App.ts"
import { Auth } from "../../src/ports/Auth.ts"
import { Cache } from "../../src/ports/Cache.ts"
import { Ids } from "../../src/ports/Ids.ts"
import { Mail } from "../../src/ports/Mail.ts"
import { Outside } from "../../src/ports/Outside.ts"
import { Passwords } from "../../src/ports/Passwords.ts"
import { memoryLedger, Payments, testProvider } from "../../src/ports/Payments.ts"
import { Pixels } from "../../src/ports/Pixels.ts"
import { RateLimit } from "../../src/ports/RateLimit.ts"
import { Taxes } from "../../src/ports/Taxes.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { Webhooks } from "../../src/ports/Webhooks.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { layerMigrated } from "../kept/layerKept.ts"
import { stockShelves } from "../services/market.ts"
import { look } from "./look.ts"

/** What stands for the history that is being told; each history puts its own in. */
export interface Stage {
  payments: Payments["Service"]
  ids: Ids["Service"]
}

const layerStage = (stage: Stage) => {
  const payments: Payments["Service"] = {
    provider: testProvider(memoryLedger()).provider,
    charge: (charge) => Effect.suspend(() => stage.payments.charge(charge)),
    confirm: (begun, authentication) => Effect.suspend(() => stage.payments.confirm(begun, authentication)),
    close: (begun) => Effect.suspend(() => stage.payments.close(begun)),
    refund: (refund) => Effect.suspend(() => stage.payments.refund(refund)),
    refunds: (attempt) => Effect.suspend(() => stage.payments.refunds(attempt))
  }
  const ids: Ids["Service"] = {
    next: (prefix) => Effect.suspend(() => stage.ids.next(prefix)),
    number: Effect.suspend(() => stage.ids.number)
  }
  return Layer.merge(Layer.succeed(Payments, payments), Layer.succeed(Ids, ids))
}

/** The whole marketplace over an embedded database, for as many histories as one likes. */
export const openStage = async () => {
  const stage = {} as Stage
  const ports = Layer.mergeAll(
    Auth.layerMemory,
    Cache.layerMemory,
    Mail.layerMemory,
    Passwords.layerMemory,
    Outside.layerMemory(),
    Pixels.layerMemory,
    RateLimit.layerMemory(1_000_000),
    Taxes.layerMemory,
    Vault.layerMemory,
    Webhooks.layerMemory,
    layerStage(stage)
  )
  const database = Layer.effectDiscard(stockShelves).pipe(
    Layer.provideMerge(layerMigrations),
    Layer.provideMerge(layerMigrated)
  )
  const silent = Layer.merge(Logger.layer([]), Layer.succeed(References.TracerEnabled, false))
  const runtime = ManagedRuntime.make(
    layerServices.pipe(Layer.provideMerge(ports), Layer.provideMerge(database), Layer.provideMerge(silent))
  )
  const context = await runtime.context()
  const sql = <A extends object>(text: string) =>
    runtime.runPromise(Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe<A>(text)))
  await sql(look)
  return {
    stage,
    context: context as Context.Context<Inside>,
    /** Looks at the tables, unseen by the simulation. */
    sql,
    dispose: () => runtime.dispose()
  }
}

export type Inside = Layer.Success<typeof layerServices> | SqlClient.SqlClient | Payments | Ids | Mail
export type OpenStage = Awaited<ReturnType<typeof openStage>>
