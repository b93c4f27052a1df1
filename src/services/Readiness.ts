import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"

/** Whether this process can do its work, dependency by dependency. */
export interface Ready {
  readonly ready: boolean
  readonly dependencies: { readonly database: "ok" | "unavailable" }
}

/** What a load balancer asks before it sends anybody here. */
export class Readiness extends Context.Service<Readiness, { readonly check: Effect.Effect<Ready> }>()(
  "craftlocal/services/Readiness"
) {
  static readonly layer = Layer.effect(
    Readiness,
    Effect.map(SqlClient.SqlClient, (sql) => ({
      check: Effect.timeout(sql`SELECT 1`, "2 seconds").pipe(
        Effect.tapCause((cause) => Effect.logWarning("the database did not answer", cause)),
        Effect.as("ok" as const),
        Effect.catchCause(() => Effect.succeed("unavailable" as const)),
        Effect.map((database) => ({ ready: database === "ok", dependencies: { database } }))
      )
    }))
  )
}
