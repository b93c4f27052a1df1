import { Effect } from "effect"
import { Idempotency } from "../../../../src/store/Idempotency.ts"
import { PaymentSteps } from "../../../../src/store/payments/PaymentSteps.ts"
import { worse } from "./worse.ts"

// What was answered under a key is forgotten.
worse(Idempotency as never, () => ({ record: () => Effect.void, find: () => Effect.succeed(undefined) }))
worse(PaymentSteps as never, ({ settle }: any) => ({
  settle: (one: any) => settle({ ...one, trail: one.trail && { audit: one.trail.audit } })
}))
