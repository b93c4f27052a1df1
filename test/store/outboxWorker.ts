import { Layer } from "effect"
import { layerDb } from "../../src/live/sql/Db.ts"
import { Outbox, patience } from "../../src/store/Outbox.ts"
import { server } from "../databases.ts"

/** The outbox of a database on the test server as a process of its own would open it, with locks that soon lapse. */
export const outboxOf = (database: string) =>
  Outbox.layerWith({
    ...patience,
    pollInterval: "20 millis",
    lockExpiration: "1 second",
    lockRefreshInterval: "200 millis"
  }).pipe(Layer.provide(layerDb(new URL(`/${database}`, server).href, { poolMax: 3 })), Layer.orDie)
