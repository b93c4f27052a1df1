import { assert } from "@effect/vitest"
import { Cause, Deferred, Effect, Exit, Fiber, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import type { Viewer } from "../../schemas/access.ts"
import { errorBody, NotFound, type Refusal, Unavailable } from "../../schemas/errors.ts"
import { Journal } from "../../src/services/Journal.ts"
import { type Answer, type Write, Writes } from "../../src/services/Writes.ts"
import { onEveryDatabase } from "../databases.ts"
import { account, agent, by, guest, stores } from "../services/market.ts"

/** As a door tells an outcome: what was made, a refusal, or that something went wrong. */
const answer = (exit: Exit.Exit<string, unknown>): Answer => {
  if (Exit.isSuccess(exit)) return { status: 200, body: { made: exit.value } }
  const refusal = Cause.squash(exit.cause) as Refusal
  return typeof refusal.status === "number"
    ? { status: refusal.status, body: errorBody(refusal) }
    : { status: 500, body: { error: "internal" } }
}

let names = 0
/** A name nobody used before, for a key, a path and what is made. */
const unused = () => {
  names += 1
  return `w${names}`
}

interface Asked {
  readonly key: string | undefined
  readonly body?: unknown
  readonly path?: string
}

const writing = ({ body = { a: 1 }, key, path = "/things" }: Asked): Write<string, any> => ({
  action: "make_thing",
  path,
  key,
  body,
  answer,
  subject: (made) => made
})

/** Makes a thing, and leaves a trace of every time it did. */
const make = Effect.fnUntraced(function* (name: string) {
  const sql = yield* SqlClient.SqlClient
  yield* sql`INSERT INTO settings (name, value) SELECT ${name} || '#' || count(*), '' FROM settings WHERE name LIKE ${`${name}#%`}`
  return name
})

const times = Effect.fnUntraced(function* (name: string) {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql<{ made: number; audited: number }>`SELECT
    (SELECT count(*)::int FROM settings WHERE name LIKE ${`${name}#%`}) AS made,
    (SELECT count(*)::int FROM audit WHERE subject = ${name}) AS audited`
  return row!
})

const once = <E>(asked: Asked, effect: Effect.Effect<string, E, SqlClient.SqlClient>, viewer: Viewer = guest) =>
  Effect.flatMap(Writes, (writes) => writes.once(writing(asked), effect)).pipe(by(viewer))

/** A saga whose last step is one transaction, in which it records. */
const saga = <E = never>(asked: Asked, name: string, before: Effect.Effect<unknown, E> = Effect.void, viewer = guest) =>
  Effect.flatMap(Writes, (writes) =>
    writes.saga(writing(asked), (record) =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        yield* before
        return yield* sql.withTransaction(Effect.tap(make(name), record))
      })
    )
  ).pipe(by(viewer))

const notFound = new NotFound({ what: "thing" })
const away = new Unavailable({ what: "database", retryAfter: 2 })

onEveryDatabase(
  "writes",
  ({ layer }) => Writes.layer.pipe(Layer.provideMerge(Journal.layer), Layer.provideMerge(stores(layer))),
  (it, { concurrent }) => {
    it.effect("the same request with the same key is done once and answered twice", () =>
      Effect.gen(function* () {
        const name = unused()
        const first = yield* once({ key: name }, make(name))
        const second = yield* once({ key: name }, make(name))
        assert.deepStrictEqual(first, { status: 200, body: { made: name }, replayed: false })
        assert.deepStrictEqual(second, { ...first, replayed: true })
        assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
      })
    )

    it.effect("the trace says who did what, by which door", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const name = unused()
        yield* once({ key: name }, make(name), account("acc_ada"))
        assert.deepStrictEqual(
          yield* sql`SELECT actor, channel, action, subject, correlation_id FROM audit WHERE subject = ${name}`,
          [
            {
              actor: "account:acc_ada",
              channel: "mcp",
              action: "make_thing",
              subject: name,
              correlation_id: "cor_test"
            }
          ]
        )
      })
    )

    it.effect("without a key it is done every time", () =>
      Effect.gen(function* () {
        const name = unused()
        yield* once({ key: undefined }, make(name))
        assert.deepInclude(yield* once({ key: undefined }, make(name)), { replayed: false })
        yield* saga({ key: undefined }, name)
        assert.deepStrictEqual(yield* times(name), { made: 3, audited: 3 })
      })
    )

    it.effect("guests who come from different places do not share a key, and are not handed each other's things", () =>
      Effect.gen(function* () {
        const name = unused()
        const writes = yield* Writes
        const write = (from: string) => writes.once(writing({ key: name }), make(name)).pipe(by(guest, from))
        assert.isFalse((yield* write("address:10.0.0.1")).replayed)
        assert.isFalse((yield* write("address:10.0.0.2")).replayed)
        assert.isTrue((yield* write("address:10.0.0.1")).replayed)
        assert.deepStrictEqual(yield* times(name), { made: 2, audited: 2 })
      })
    )

    it.effect("another body under the same key is refused, and nothing is done", () =>
      Effect.gen(function* () {
        const [name, other] = [unused(), unused()]
        yield* once({ key: name, body: { a: 1, b: null } }, make(name))
        for (const body of [
          { a: 2, b: null },
          { a: 1 },
          { a: 1, b: undefined },
          { a: "1", b: null },
          [],
          null,
          undefined
        ]) {
          const refused = yield* Effect.flip(once({ key: name, body }, make(other)))
          assert.deepInclude({ ...refused }, { _tag: "KeyReused", status: 422 }, JSON.stringify(body))
          assert.strictEqual((yield* Effect.flip(saga({ key: name, body }, other)))._tag, "KeyReused")
        }
        assert.deepStrictEqual(yield* times(other), { made: 0, audited: 0 })
      })
    )

    it.effect("the order of keys in a body does not matter, and neither does how a number is written", () =>
      Effect.gen(function* () {
        const name = unused()
        yield* once({ key: name, body: JSON.parse('{"a": {"x": 1, "y": [1, 2]}, "b": 2.0}') }, make(name))
        const again = yield* once({ key: name, body: JSON.parse('{"b": 2, "a": {"y": [1, 2], "x": 1}}') }, make(name))
        assert.isTrue(again.replayed)
        const turned = once({ key: name, body: JSON.parse('{"b": 2, "a": {"y": [2, 1], "x": 1}}') }, make(name))
        assert.strictEqual((yield* Effect.flip(turned))._tag, "KeyReused")
      })
    )

    it.effect("a key belongs to who sent it, and to where it was sent", () =>
      Effect.gen(function* () {
        const name = unused()
        yield* once({ key: name }, make(name))
        yield* once({ key: name }, make(name), account("acc_ada"))
        yield* once({ key: name }, make(name), agent("key_1"))
        yield* once({ key: name, path: "/others" }, make(name))
        assert.deepStrictEqual(yield* times(name), { made: 4, audited: 4 })
        assert.isTrue((yield* once({ key: name }, make(name), account("acc_ada"))).replayed)
      })
    )

    it.effect("what fails is undone without a trace, and its refusal is the answer from then on", () =>
      Effect.gen(function* () {
        const name = unused()
        const first = yield* once({ key: name }, Effect.andThen(make(name), Effect.fail(notFound)))
        assert.deepStrictEqual(first, { status: 404, body: errorBody(notFound), replayed: false })
        assert.deepStrictEqual(yield* times(name), { made: 0, audited: 0 })
        assert.deepStrictEqual(yield* once({ key: name }, make(name)), { ...first, replayed: true })
        assert.deepStrictEqual(yield* times(name), { made: 0, audited: 0 })
      })
    )

    it.effect("what went wrong on our side is undone and forgotten, so that it can be tried again", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const broken = [Effect.fail(away), Effect.die("a bug"), sql`SELEC 1`, sql`SELECT 1 / 0`]
        for (const failure of broken) {
          const name = unused()
          const failing = Effect.andThen(make(name), Effect.as(failure as Effect.Effect<unknown, unknown>, name))
          const first = yield* once({ key: name }, failing)
          assert.isAtLeast(first.status, 500)
          assert.deepStrictEqual(yield* times(name), { made: 0, audited: 0 })
          assert.deepInclude(yield* once({ key: name }, make(name)), { status: 200, replayed: false })
          assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
        }
      })
    )

    it.effect("of twenty at once with the same key one is done; the others are told its answer, or to wait", () =>
      Effect.gen(function* () {
        for (const ask of [
          (name: string) => once({ key: name }, make(name)),
          (name: string) => saga({ key: name }, name)
        ]) {
          const name = unused()
          const told = yield* Effect.forEach(
            Array.from({ length: 20 }),
            () =>
              ask(name).pipe(
                Effect.map(({ replayed }) => (replayed ? "told again" : "done")),
                Effect.catchTag("KeyInFlight", () => Effect.succeed("told to wait" as const))
              ),
            { concurrency: 20 }
          )
          assert.strictEqual(told.filter((each) => each === "done").length, 1)
          assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
        }
      })
    )

    /** The embedded database has one connection: there the second simply waits for the first. */
    it.effect.skipIf(!concurrent)("while the first is running the second is told to wait", () =>
      Effect.gen(function* () {
        const name = unused()
        const [running, goOn] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const slowly = Effect.gen(function* () {
          yield* Deferred.succeed(running, undefined)
          yield* Deferred.await(goOn)
          return yield* make(name)
        })
        const first = yield* Effect.forkChild(once({ key: name }, slowly))
        yield* Deferred.await(running)
        const waiting = yield* Effect.flip(once({ key: name }, make(name)))
        assert.deepInclude({ ...waiting }, { _tag: "KeyInFlight", status: 409 })
        yield* Deferred.succeed(goOn, undefined)
        yield* Fiber.join(first)
        assert.isTrue((yield* once({ key: name }, make(name))).replayed)
        assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
      })
    )

    it.effect("a write goes on to its end when whoever asked for it has left", () =>
      Effect.gen(function* () {
        const name = unused()
        const [running, goOn] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const slowly = Effect.gen(function* () {
          yield* Deferred.succeed(running, undefined)
          yield* Deferred.await(goOn)
          return yield* make(name)
        })
        const asker = yield* Effect.forkChild(once({ key: name }, slowly))
        yield* Deferred.await(running)
        yield* Fiber.interrupt(asker)
        yield* Deferred.succeed(goOn, undefined)
        let told = yield* Effect.exit(once({ key: name }, make(name)))
        while (Exit.isFailure(told)) told = yield* Effect.exit(once({ key: name }, make(name)))
        assert.isTrue(told.value.replayed)
        assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
      })
    )

    it.effect("a saga is done once and answered twice; while it runs the second is told to wait", () =>
      Effect.gen(function* () {
        const name = unused()
        const [running, goOn] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const slowly = Effect.andThen(Deferred.succeed(running, undefined), Deferred.await(goOn))
        const first = yield* Effect.forkChild(saga({ key: name }, name, slowly))
        yield* Deferred.await(running)
        assert.strictEqual((yield* Effect.flip(saga({ key: name }, name)))._tag, "KeyInFlight")
        yield* Deferred.succeed(goOn, undefined)
        assert.deepInclude(yield* Fiber.join(first), { status: 200, replayed: false })
        assert.deepInclude(yield* saga({ key: name }, name), { status: 200, replayed: true })
        assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
      })
    )

    it.effect("a saga's answer and trace are there as soon as its last transaction is, and not when that fails", () =>
      Effect.gen(function* () {
        const writes = yield* Writes
        const sql = yield* SqlClient.SqlClient
        const [name, undone] = [unused(), unused()]
        const [recorded, never] = [yield* Deferred.make<void>(), yield* Deferred.make<void>()]
        const crashing = writes.saga(writing({ key: name }), (record) =>
          Effect.gen(function* () {
            yield* sql.withTransaction(Effect.tap(make(name), record))
            yield* Deferred.succeed(recorded, undefined)
            yield* Deferred.await(never)
            return name
          })
        )
        yield* Effect.forkChild(by()(crashing))
        yield* Deferred.await(recorded)
        assert.deepStrictEqual(yield* saga({ key: name }, name), { status: 200, body: { made: name }, replayed: true })
        assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
        const failing = writes.saga(writing({ key: undone }), (record) =>
          sql.withTransaction(Effect.tap(make(undone), (made) => Effect.andThen(record(made), Effect.die("no commit"))))
        )
        assert.deepInclude(yield* by()(failing), { status: 500, replayed: false })
        assert.deepStrictEqual(yield* times(undone), { made: 0, audited: 0 })
        assert.deepInclude(yield* saga({ key: undone }, undone), { status: 200, replayed: false })
      })
    )

    it.effect("a saga whose process died before its end frees its key after a minute", () =>
      Effect.gen(function* () {
        const name = unused()
        const dying = yield* Deferred.make<void>()
        yield* Effect.forkChild(
          saga({ key: name }, name, Effect.andThen(Deferred.succeed(dying, undefined), Effect.never))
        )
        yield* Deferred.await(dying)
        yield* TestClock.adjust("59 seconds")
        assert.strictEqual((yield* Effect.flip(saga({ key: name }, name)))._tag, "KeyInFlight")
        assert.strictEqual((yield* Effect.flip(saga({ key: name, body: "other" }, name)))._tag, "KeyReused")
        yield* TestClock.adjust("2 seconds")
        assert.deepInclude(yield* saga({ key: name }, name), { status: 200, replayed: false })
        assert.deepStrictEqual(yield* times(name), { made: 1, audited: 1 })
      })
    )

    it.effect("a saga that is refused answers so again; one that went wrong on our side can be tried again", () =>
      Effect.gen(function* () {
        const [refused, broken] = [unused(), unused()]
        const first = yield* saga({ key: refused }, refused, Effect.fail(notFound))
        assert.deepInclude(first, { status: 404, replayed: false })
        assert.deepStrictEqual(yield* saga({ key: refused }, refused), { ...first, replayed: true })
        assert.deepInclude(yield* saga({ key: broken }, broken, Effect.fail(away)), { status: 503 })
        assert.deepInclude(yield* saga({ key: broken }, broken, Effect.die("a bug")), { status: 500 })
        assert.deepInclude(yield* saga({ key: broken }, broken), { status: 200, replayed: false })
        assert.deepStrictEqual(
          [yield* times(refused), yield* times(broken)],
          [
            { made: 0, audited: 0 },
            { made: 1, audited: 1 }
          ]
        )
      })
    )

    it.effect("a saga that ends without recording is kept with its answer all the same", () =>
      Effect.gen(function* () {
        const writes = yield* Writes
        const name = unused()
        const unrecorded = by()(writes.saga(writing({ key: name }), () => Effect.succeed(name)))
        assert.deepInclude(yield* unrecorded, { status: 200, replayed: false })
        assert.deepInclude(yield* unrecorded, { status: 200, replayed: true })
      })
    )
  }
)
