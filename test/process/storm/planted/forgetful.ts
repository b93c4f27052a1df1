import { Effect } from "effect"
import { Idempotency } from "../../../../src/store/Idempotency.ts"
import { worse } from "./worse.ts"

// What was answered under a key is forgotten.
worse(Idempotency as never, () => ({ record: () => Effect.void, find: () => Effect.succeed(undefined) }))
