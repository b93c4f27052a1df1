import { Effect } from "effect"
import { CheckoutState } from "../../../../schemas/checkout.ts"
import { Settlement } from "../../../../src/services/Settlement.ts"
import { worse } from "./worse.ts"

// That money is about to move is not saved.
worse(Settlement as never, () => ({
  start: (session: any, attempt: any) =>
    Effect.succeed({
      ...session,
      state: CheckoutState.cases.Paying.make({ contents: session.state.contents, attempt })
    })
}))
