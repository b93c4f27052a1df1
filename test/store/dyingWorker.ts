// Takes a message of the database that is named, says which, and is at it for ever.
import { Effect } from "effect"
import { Outbox } from "../../src/store/Outbox.ts"
import { outboxOf } from "./outboxWorker.ts"

const work = Effect.flatMap(Outbox, ({ take }) =>
  take((_, { id }) =>
    Effect.andThen(
      Effect.sync(() => console.log(id)),
      Effect.never
    )
  )
)

await Effect.runPromise(Effect.provide(work, outboxOf(process.argv[2]!)))
