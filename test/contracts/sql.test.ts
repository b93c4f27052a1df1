import { assert } from "@effect/vitest"
import { Effect, Exit, Fiber, Stream, Tracer } from "effect"
import { SqlClient } from "effect/sql"
import { onEveryDatabase } from "../databases.ts"

const fresh = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`DROP TABLE IF EXISTS shelf`
  yield* sql`CREATE TABLE shelf (id int PRIMARY KEY, mugs int NOT NULL CONSTRAINT mugs_not_negative CHECK (mugs >= 0))`
  yield* sql`INSERT INTO shelf ${sql.insert({ id: 1, mugs: 0 })}`
  return sql
})

const mugs = (sql: SqlClient.SqlClient) =>
  Effect.map(sql<{ mugs: number }>`SELECT mugs FROM shelf WHERE id = 1`, ([row]) => row?.mugs)

onEveryDatabase(
  "sql",
  ({ bare }) => bare,
  (it, { concurrent }) => {
    it.effect("transactions of different fibers do not see each other, and failed ones leave nothing", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const addOne = (fails: boolean) =>
          sql
            .withTransaction(
              Effect.gen(function* () {
                const [row] = yield* sql<{ mugs: number }>`SELECT mugs FROM shelf WHERE id = 1 FOR UPDATE`
                yield* Effect.sleep(1)
                yield* sql`UPDATE shelf SET mugs = ${row!.mugs + 1} WHERE id = 1`
                if (fails) return yield* Effect.fail("no")
              })
            )
            .pipe(Effect.ignore)
        const turns = Array.from({ length: 60 }, (_, turn) => turn)
        yield* Effect.forEach(turns, (turn) => Effect.all([addOne(turn % 2 === 0), mugs(sql)]), { concurrency: 20 })
        assert.strictEqual(yield* mugs(sql), 30)
      })
    )

    it.effect("an inner transaction that fails is undone alone", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        yield* sql.withTransaction(
          Effect.gen(function* () {
            yield* sql`UPDATE shelf SET mugs = 1`
            const inner = Effect.andThen(sql`UPDATE shelf SET mugs = 2`, Effect.fail("no"))
            yield* Effect.ignore(sql.withTransaction(inner))
            yield* Effect.ignore(sql.withTransaction(sql`INSERT INTO shelf VALUES (1, 9)`))
            yield* sql.withTransaction(sql`UPDATE shelf SET mugs = mugs + 10`)
          })
        )
        assert.strictEqual(yield* mugs(sql), 11)
      })
    )

    it.effect("interruption rolls back, and the connection can be used again", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const idle = yield* Effect.forkChild(
          sql.withTransaction(Effect.andThen(sql`UPDATE shelf SET mugs = 7`, Effect.never))
        )
        yield* Effect.sleep(50)
        yield* Fiber.interrupt(idle)
        assert.strictEqual(yield* mugs(sql), 0)
        yield* sql.withTransaction(sql`UPDATE shelf SET mugs = 9`)
        assert.strictEqual(yield* mugs(sql), 9)
      })
    )

    /** The embedded database computes a statement on this very thread: nothing can stop it halfway. */
    it.effect.skipIf(!concurrent)("interruption and timeouts stop a running statement", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const started = Date.now()
        const busy = yield* Effect.forkChild(
          sql.withTransaction(Effect.andThen(sql`UPDATE shelf SET mugs = 8`, sql`SELECT pg_sleep(9)`))
        )
        yield* Effect.sleep(50)
        yield* Fiber.interrupt(busy)
        assert.isBelow(Date.now() - started, 5000)
        assert.strictEqual(yield* mugs(sql), 0)
        const late = yield* Effect.flip(
          sql.withTransaction(Effect.andThen(sql`SET LOCAL statement_timeout = 20`, sql`SELECT pg_sleep(9)`))
        )
        assert.strictEqual(late.reason._tag, "StatementTimeoutError")
      })
    )

    it.effect("a commit that the server turned into a rollback is an error", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const swallowed = sql.withTransaction(
          Effect.gen(function* () {
            yield* sql`UPDATE shelf SET mugs = 5`
            yield* Effect.ignore(sql`INSERT INTO shelf VALUES (1, 1)`)
          })
        )
        assert.isTrue(Exit.isFailure(yield* Effect.exit(swallowed)))
        assert.strictEqual(yield* mugs(sql), 0)
      })
    )

    it.effect.skipIf(!concurrent)("a lost connection fails what ran on it, and is replaced", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const during = (pause: number) =>
          sql.withTransaction(
            Effect.gen(function* () {
              const [me] = yield* sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`
              // On another connection than this transaction's.
              const kill = Effect.scoped(
                Effect.flatMap(sql.reserve, (other) => other.executeRaw(`SELECT pg_terminate_backend(${me!.pid})`, []))
              )
              yield* Effect.forkChild(Effect.delay(kill, 20))
              yield* Effect.sleep(pause)
              yield* sql`UPDATE shelf SET mugs = 4`
              yield* sql`SELECT pg_sleep(5)`
            })
          )
        for (const pause of [0, 200]) {
          const lost = yield* Effect.flip(during(pause))
          assert.strictEqual(lost.reason._tag, "ConnectionError")
          assert.strictEqual(yield* mugs(sql), 0)
        }
      })
    )

    it.effect("each statement is a span that says what it was", () =>
      Effect.gen(function* () {
        const spans: Array<Tracer.NativeSpan> = []
        const tracer = Tracer.make({
          span(options) {
            const span = new Tracer.NativeSpan(options)
            spans.push(span)
            return span
          }
        })
        const sql = yield* SqlClient.SqlClient
        yield* sql.withTransaction(sql`SELECT ${7}::int AS seven`).pipe(Effect.withTracer(tracer))
        const attributes = spans.map((span) => Object.fromEntries(span.attributes))
        const statement = attributes.find((each) => String(each["db.query.text"]).startsWith("SELECT $1"))
        assert.deepInclude(statement, { "db.system.name": "postgresql" })
        assert.include(
          spans.map(({ name }) => name),
          "sql.transaction"
        )
      })
    )

    it.effect("says why a statement was refused", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const reason = (statement: string) => Effect.map(Effect.flip(sql.unsafe(statement)), (error) => error.reason)
        const taken = yield* reason("INSERT INTO shelf VALUES (1, 1)")
        assert.deepInclude({ ...taken }, { _tag: "UniqueViolation", constraint: "shelf_pkey" })
        assert.strictEqual((yield* reason("INSERT INTO shelf VALUES (2, -1)"))._tag, "ConstraintError")
        assert.strictEqual((yield* reason("SELEC 1"))._tag, "SqlSyntaxError")
      })
    )

    it.effect("streams by portions, inside and outside a transaction", () =>
      Effect.gen(function* () {
        const sql = yield* fresh
        const numbers = sql<{ n: number }>`SELECT n FROM generate_series(1, ${1000}::int) n`.stream
        assert.strictEqual((yield* Stream.runCollect(numbers)).length, 1000)
        assert.strictEqual((yield* sql.withTransaction(Stream.runCollect(Stream.take(numbers, 300)))).length, 300)
        assert.strictEqual((yield* Stream.runCollect(Stream.take(numbers, 3))).length, 3)
        assert.strictEqual(yield* mugs(sql), 0)
      })
    )

    it.effect("reads what the shop stores: big integers as text, times, json, arrays", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const [row] = yield* sql`SELECT 9007199254740993::int8 AS big, '2026-01-02T03:04:05Z'::timestamptz AS at,
          ${JSON.stringify({ a: [1] })}::jsonb AS json, ${["x", "y"]}::text[] AS words`
        assert.deepStrictEqual(row, {
          big: "9007199254740993",
          at: new Date("2026-01-02T03:04:05Z"),
          json: { a: [1] },
          words: ["x", "y"]
        })
      })
    )

    it.effect("keeps the server's clock in UTC", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        assert.deepStrictEqual(yield* sql`SHOW TimeZone`, [{ TimeZone: "UTC" }])
      })
    )

    it.effect("finds words that are nearly right", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* sql`CREATE EXTENSION IF NOT EXISTS pg_trgm`
        const [row] = yield* sql<{ near: number }>`SELECT similarity('ceramic mug', 'ceramik mug') AS near`
        assert.isAbove(row!.near, 0.5)
      })
    )
  },
  { excludeTestServices: true }
)
