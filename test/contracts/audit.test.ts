import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { Audit, type AuditEntry } from "../../src/store/Audit.ts"
import { onEveryDatabase } from "../databases.ts"
import { stores } from "../services/market.ts"

const noon = new Date("2026-11-20T12:00:00Z")
const minutes = (n: number) => new Date(noon.getTime() + n * 60_000)
const entry = (n: number, over: Partial<AuditEntry> = {}): AuditEntry => ({
  at: minutes(n),
  actor: "account:a",
  channel: "rest",
  action: "things.make",
  subject: `thg_${n}`,
  correlationId: `req_${n}`,
  ...over
})

onEveryDatabase(
  "the audit",
  ({ layer }) => stores(layer),
  (it) => {
    it.effect("is read newest first, by whatever one looks for, a page at a time", () =>
      Effect.gen(function* () {
        const { add, addAll, find } = yield* Audit
        yield* add(entry(1))
        yield* add(entry(2, { actor: "agent:k", client: "prog", outcome: "NOT_FOUND", subject: "" }))
        yield* addAll([entry(3, { action: "things.drop" }), entry(3, { subject: "thg_1", times: 7 })])
        const all = yield* find({}, 10)
        assert.deepEqual(
          all.map(({ correlationId, subject }) => [correlationId, subject]),
          [
            ["req_3", "thg_1"],
            ["req_3", "thg_3"],
            ["req_2", ""],
            ["req_1", "thg_1"]
          ]
        )
        assert.deepInclude(all[2], { actor: "agent:k", client: "prog", outcome: "NOT_FOUND", times: 1, at: minutes(2) })
        assert.deepInclude(all[1], { client: null, outcome: "done", times: 1 })
        assert.strictEqual(all[0]!.times, 7)
        const ids = (filter: Parameters<typeof find>[0], limit = 10) =>
          Effect.map(find(filter, limit), (rows) => rows.map(({ id }) => all.findIndex((each) => each.id === id)))
        assert.deepEqual(yield* ids({ actor: "agent:k" }), [2])
        assert.deepEqual(yield* ids({ action: "things.drop" }), [1])
        assert.deepEqual(yield* ids({ subject: "thg_1" }), [0, 3])
        assert.deepEqual(yield* ids({ correlationId: "req_3" }), [0, 1])
        assert.deepEqual(yield* ids({ from: minutes(2), to: minutes(3) }), [2])
        assert.deepEqual(yield* ids({ actor: "account:a", subject: "thg_1", from: minutes(2) }), [0])
        assert.deepEqual(yield* ids({}, 2), [0, 1])
        assert.deepEqual(yield* ids({ before: all[0]! }, 2), [1, 2])
        assert.deepEqual(yield* ids({ before: all[2]! }, 2), [3])
      })
    )

    it.effect("only grows: the database refuses to change, remove or empty it", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { add, find } = yield* Audit
        yield* add(entry(9))
        for (const statement of [
          sql`UPDATE audit SET actor = 'guest'`,
          sql`DELETE FROM audit`,
          sql`TRUNCATE audit`,
          sql`TRUNCATE audit CASCADE`
        ]) {
          assert.include(String((yield* Effect.flip(statement)).reason.cause), "only added")
        }
        assert.isNotEmpty(yield* find({ correlationId: "req_9" }, 1))
      })
    )

    it.effect("forgets what is older than an operator says, and never what is younger than 90 days", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { find } = yield* Audit
        yield* sql`INSERT INTO audit (at, actor, channel, action, subject, correlation_id)
        VALUES (now() - interval '100 days', 'guest', 'rest', 'old', '', 'req_old'),
          (now() - interval '80 days', 'guest', 'rest', 'young', '', 'req_young')`
        const young = yield* Effect.flip(sql`SELECT forget_audit(now() - interval '89 days')`)
        assert.include(String(young.reason.cause), "90 days")
        yield* sql`SELECT forget_audit(now() - interval '90 days')`
        assert.isEmpty(yield* find({ action: "old" }, 1))
        assert.isNotEmpty(yield* find({ action: "young" }, 1))
        yield* Effect.flip(sql`DELETE FROM audit`)
      })
    )
  }
)
