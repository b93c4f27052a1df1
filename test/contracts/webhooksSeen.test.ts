import { assert } from "@effect/vitest"
import { Effect } from "effect"
import { WebhooksSeen } from "../../src/store/WebhooksSeen.ts"
import { onEveryDatabase } from "../databases.ts"
import { stores } from "../services/market.ts"

const [monday, tuesday] = [new Date("2026-11-16T00:00:00Z"), new Date("2026-11-17T00:00:00Z")]

onEveryDatabase(
  "the messages that were heard",
  ({ layer }) => stores(layer),
  (it) => {
    it.effect("each is the first once, for each who sent it", () =>
      Effect.gen(function* () {
        const { first, has } = yield* WebhooksSeen
        assert.isFalse(yield* has("stripe", "evt_1"))
        const firsts = yield* Effect.all(
          Array.from({ length: 10 }, () => first("stripe", "evt_1", monday)),
          { concurrency: 10 }
        )
        assert.lengthOf(firsts.filter(Boolean), 1)
        assert.isTrue(yield* has("stripe", "evt_1"))
        assert.isFalse(yield* has("orders", "evt_1"))
        assert.isTrue(yield* first("orders", "evt_1", tuesday))
      })
    )

    it.effect("those of long ago are forgotten", () =>
      Effect.gen(function* () {
        const { first, has, sweep } = yield* WebhooksSeen
        yield* first("stripe", "evt_old", monday)
        yield* first("stripe", "evt_new", tuesday)
        yield* sweep(tuesday)
        assert.deepStrictEqual([yield* has("stripe", "evt_old"), yield* has("stripe", "evt_new")], [false, true])
      })
    )
  }
)
