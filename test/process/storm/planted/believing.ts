import { Effect } from "effect"
import { Settlement } from "../../../../src/services/Settlement.ts"
import { Checkouts } from "../../../../src/store/Checkouts.ts"
import { worse } from "./worse.ts"

// Whatever nobody finished is taken for declined, and the provider is not asked.
let settlement: any
worse(Settlement as never, (made: any) => {
  settlement = made
  return {}
})
worse(Checkouts as never, ({ find, unfinished }: any) => ({
  unfinished: (since: Date) =>
    Effect.gen(function* () {
      for (const id of yield* unfinished(since) as Effect.Effect<ReadonlyArray<string>>) {
        const session = yield* find(id) as Effect.Effect<any>
        yield* Effect.exit(settlement.decline(session, session.state.attempt, "voided"))
      }
      return []
    })
}))
