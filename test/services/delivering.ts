import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { layerFetchWebhooks } from "../../src/live/webhooks/FetchWebhooks.ts"
import { AccountLetters } from "../../src/services/AccountLetters.ts"
import { AgentUpdates } from "../../src/services/AgentUpdates.ts"
import { Deliveries } from "../../src/services/Deliveries.ts"
import { Letters } from "../../src/services/Letters.ts"
import type { LayerDatabase } from "../databases.ts"
import { market } from "./market.ts"

/** Buying, and everything that is told of it: webhooks are really posted, and letters go through whatever mail there is. */
export const telling = (db: LayerDatabase, letters = Letters.layer) =>
  Layer.fresh(Deliveries.layer).pipe(
    Layer.provide([Layer.fresh(AgentUpdates.layer), AccountLetters.layer, Layer.fresh(letters)]),
    Layer.provide(layerFetchWebhooks({ patience: "2 seconds" })),
    Layer.provideMerge(market(db))
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
