import { assert } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { AccountId } from "../../schemas/ids.ts"
import { Bearers } from "../../src/store/Bearers.ts"
import { onEveryDatabase } from "../databases.ts"

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 9, minute))
const ada = { issuer: "https://elsewhere.test", subject: "person|1", email: undefined, name: "Ada", roles: undefined }
const times = (issued: number) => ({ issuedAt: at(issued), now: at(issued + 1) })

onEveryDatabase(
  "people of an issuer elsewhere",
  (database) => Bearers.layer.pipe(Layer.provideMerge(database.layer)),
  (it) => {
    it.effect("have one account, void their tokens, and are somebody new after they had it erased", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { foreigner } = yield* Bearers
        const come = (issued: number, newId: string) => foreigner(ada, times(issued), AccountId.make(newId))
        const [first, both] = yield* Effect.all([come(1, "acc_one"), come(1, "acc_two")], { concurrency: 2 })
        assert.strictEqual(first, both)

        yield* sql`UPDATE accounts SET tokens_valid_from = ${at(10)} WHERE id = ${first!}`
        assert.isUndefined(yield* come(9, "acc_three"))
        assert.strictEqual(yield* come(11, "acc_three"), first)

        yield* sql`UPDATE accounts SET tokens_valid_from = ${at(20)}, erased_at = ${at(20)} WHERE id = ${first!}`
        assert.isUndefined(yield* come(19, "acc_four"), "an older token brings nobody back")
        assert.strictEqual(yield* come(21, "acc_five"), "acc_five")
        assert.strictEqual(yield* come(22, "acc_six"), "acc_five")
        const kept = JSON.stringify(yield* sql`SELECT * FROM identities`)
        assert.notInclude(kept, ada.subject)
      })
    )
  }
)
