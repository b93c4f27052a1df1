import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"
import { assert, layer } from "@effect/vitest"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { describe } from "vitest"
import { type Message, Outbox } from "../../src/store/Outbox.ts"
import { databases } from "../databases.ts"
import { outboxOf } from "./outboxWorker.ts"

const [, postgres] = databases
const message = (orderId: string): Message => ({ _tag: "OrderPlaced", orderId })

const databaseName = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  const [row] = yield* sql<{ name: string }>`SELECT current_database() AS name`
  return row!.name
})

/** Works through the outbox with a pool and locks of its own, until everything was delivered by anybody. */
const worker = (database: string, deliver: (message: Message) => void, isOver: () => boolean) =>
  Effect.gen(function* () {
    const { take } = yield* Outbox
    while (!isOver()) {
      yield* Effect.timeoutOption(
        take((one) => Effect.sync(() => deliver(one))),
        "500 millis"
      )
    }
  }).pipe(Effect.provide(outboxOf(database)))

describe.skipIf(postgres!.skipped)(`several workers on ${postgres!.name}`, () => {
  layer(postgres!.layer, { timeout: 60_000, excludeTestServices: true })((it) => {
    it.effect("deliver each of two hundred messages once", () =>
      Effect.gen(function* () {
        const database = yield* databaseName
        const ids = Array.from({ length: 200 }, (_, index) => `ord_${index}`)
        yield* Effect.flatMap(Outbox, ({ offer }) =>
          Effect.forEach(ids, (id) => offer(message(id), { id }), { concurrency: 3, discard: true })
        ).pipe(Effect.provide(outboxOf(database)))
        const by: ReadonlyArray<Array<string>> = [[], []]
        const isOver = () => by[0]!.length + by[1]!.length >= ids.length
        yield* Effect.all(
          by.map((mine) => worker(database, (one) => "orderId" in one && void mine.push(one.orderId), isOver)),
          { concurrency: 2 }
        )
        assert.sameMembers(by.flat(), ids)
        assert.strictEqual(by.flat().length, 200)
        assert.isNotEmpty(by[0]!)
        assert.isNotEmpty(by[1]!)
      })
    )

    it.effect("take over what another had begun when it was killed", () =>
      Effect.gen(function* () {
        const database = yield* databaseName
        yield* Effect.gen(function* () {
          const { offer, take } = yield* Outbox
          yield* offer(message("ord_left"), { id: "left" })
          const script = fileURLToPath(new URL("dyingWorker.ts", import.meta.url))
          const child = spawn(process.execPath, [script, database], { stdio: ["ignore", "pipe", "inherit"] })
          const [said] = yield* Effect.promise(() => once(child.stdout, "data"))
          assert.strictEqual(String(said).trim(), "left")
          child.kill("SIGKILL")
          yield* Effect.promise(() => once(child, "exit"))
          const taken = yield* take((one, { attempts, id }) => Effect.succeed({ one, attempts, id }))
          assert.deepStrictEqual(taken, { one: message("ord_left"), attempts: 2, id: "left" })
        }).pipe(Effect.provide(outboxOf(database)))
      })
    )
  })
})
