import { Effect, Layer } from "effect"
import { SqlClient, type SqlError, type Statement } from "effect/sql"
import { type Given, type Ledger, type Outcome, Payments, testProvider } from "../../ports/Payments.ts"

interface Row {
  readonly outcome: Outcome
}

const books = Effect.fnUntraced(function* (sql: SqlClient.SqlClient) {
  yield* sql`CREATE TABLE IF NOT EXISTS sandbox_charges (
    attempt_id text PRIMARY KEY, amount int NOT NULL, outcome jsonb NOT NULL, at timestamptz NOT NULL DEFAULT now()
  )`
  yield* sql`CREATE TABLE IF NOT EXISTS sandbox_refunds (
    key text PRIMARY KEY, attempt_id text NOT NULL, amount int NOT NULL, at timestamptz NOT NULL DEFAULT now()
  )`
})

const orDie = <A>(effect: Effect.Effect<A, SqlError.SqlError>) => Effect.orDie(effect)

const ledger = (sql: SqlClient.SqlClient): Ledger => {
  const read: Ledger["read"] = (attemptId) =>
    orDie(sql<Row>`SELECT outcome FROM sandbox_charges WHERE attempt_id = ${attemptId}`).pipe(
      Effect.map(([row]) => row?.outcome)
    )
  /** The money is not real, so nobody waits for this commit: what is made of it here is durable only after it. */
  const put = (attemptId: string, amount: number, outcome: Outcome, again: Statement.Fragment) =>
    orDie(sql<Row>`INSERT INTO sandbox_charges AS known (attempt_id, amount, outcome)
      SELECT ${attemptId}, ${amount}::int, ${JSON.stringify(outcome)}::jsonb
      FROM (SELECT set_config('synchronous_commit', 'off', true)) AS hurried
      ON CONFLICT (attempt_id) DO UPDATE SET outcome = ${again} RETURNING outcome`).pipe(
      Effect.map(([row]) => row!.outcome)
    )
  return {
    read,
    begin: (attemptId, amount, outcome) => put(attemptId, amount, outcome, sql`known.outcome`),
    write: (attemptId, amount, outcome) =>
      put(
        attemptId,
        amount,
        outcome,
        sql`CASE WHEN known.outcome ->> '_tag' = 'Challenged' THEN excluded.outcome ELSE known.outcome END`
      ),
    addRefund: ({ amount, attemptId, key }) =>
      Effect.asVoid(
        orDie(sql`INSERT INTO sandbox_refunds (key, attempt_id, amount) VALUES (${key}, ${attemptId}, ${amount})
          ON CONFLICT DO NOTHING`)
      ),
    refunds: (attemptId) =>
      orDie(sql<Given>`SELECT key, attempt_id AS "attemptId", amount FROM sandbox_refunds
        WHERE attempt_id = ${attemptId} ORDER BY at, key`)
  }
}

/** The test provider with books of its own in the database: what it charged survives a stop of the server, as at a real one. */
export const layerSandboxPayments: Layer.Layer<Payments, SqlError.SqlError, SqlClient.SqlClient> = Layer.effect(
  Payments,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* books(sql)
    return testProvider(ledger(sql))
  })
)
