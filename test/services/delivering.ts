import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { layerFetchWebhooks } from "../../src/live/webhooks/FetchWebhooks.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { Agents } from "../../src/services/Agents.ts"
import { AgentUpdates } from "../../src/services/AgentUpdates.ts"
import { Deliveries } from "../../src/services/Deliveries.ts"
import { Fulfilment } from "../../src/services/Fulfilment.ts"
import { Letters } from "../../src/services/Letters.ts"
import { Undelivered } from "../../src/services/Undelivered.ts"
import type { LayerDatabase } from "../databases.ts"
import { market } from "./market.ts"

/** Buying, and everything that is told of it: webhooks are really posted, and letters go through whatever mail there is. */
export const telling = (db: LayerDatabase, letters = Letters.layer) =>
  Layer.mergeAll(
    Agents.layer,
    Deliveries.layer.pipe(Layer.provide([AgentUpdates.layer, letters])),
    Fulfilment.layer,
    Undelivered.layer
  ).pipe(
    Layer.provideMerge(market(db)),
    Layer.provideMerge(Layer.mergeAll(layerFetchWebhooks("2 seconds"), Vault.layerMemory))
  )

/** Delivers one after the other until nothing waits that may be tried now. */
export const delivered = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const { deliverNext } = yield* Deliveries
  const due = sql`SELECT 1 FROM outbox WHERE state = 'pending' AND visible_at <= now()`
  while ((yield* due).length > 0) yield* Effect.exit(deliverNext)
})

/** What was put off may be tried now. */
export const putForward = Effect.flatMap(
  SqlClient.SqlClient,
  (sql) => sql`UPDATE outbox SET visible_at = now() WHERE state = 'pending'`
)
