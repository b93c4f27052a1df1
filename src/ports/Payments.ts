import { Context, Effect, Layer } from "effect"
import type { PaymentDeclined, Unavailable as Unavailability } from "../../schemas/errors.ts"
import { Unavailable } from "../../schemas/errors.ts"
import { fateOf } from "../domain/testTokens.ts"

/** What became of an attempt to charge. `Unknown`: no answer in time; the money may have moved. */
export type Outcome =
  | { readonly _tag: "Settled" }
  | { readonly _tag: "Declined"; readonly reason: PaymentDeclined["reason"] }
  | { readonly _tag: "Challenged"; readonly url: string }
  | { readonly _tag: "Unknown" }

/** Amounts in minor units. The attempt's id is the key under which the provider does this once. */
export interface Charge {
  readonly attemptId: string
  readonly checkoutId: string
  readonly amount: number
  readonly currency: string
  readonly token: string
}

export interface Refund {
  readonly key: string
  readonly attemptId: string
  readonly amount: number
}

/** A provider of payments. `Unavailable` says for certain that no money moved. */
export class Payments extends Context.Service<
  Payments,
  {
    readonly provider: { readonly id: string; readonly name: string; readonly test: boolean }
    /** The same attempt again answers what became of it and moves nothing. */
    readonly charge: (charge: Charge) => Effect.Effect<Outcome, Unavailability>
    /** The buyer's bank has answered the challenge. */
    readonly confirm: (attemptId: string, authenticated: boolean) => Effect.Effect<Outcome, Unavailability>
    /** Ends an attempt for good, also one the provider has not seen yet, unless its money has moved: then it says so. */
    readonly close: (attemptId: string) => Effect.Effect<Outcome, Unavailability>
    /** The same key again refunds nothing more. */
    readonly refund: (refund: Refund) => Effect.Effect<void, Unavailability>
    readonly refunds: (attemptId: string) => Effect.Effect<ReadonlyArray<Refund>, Unavailability>
  }
>()("craftlocal/ports/Payments") {
  /** The test provider with its books in this process. */
  static readonly layerMemory = Layer.sync(Payments, () => testProvider(memoryLedger()))
}

/** Where the test provider keeps what it did. */
export interface Ledger {
  readonly read: (attemptId: string) => Effect.Effect<Outcome | undefined>
  /** Keeps the first outcome unless it was a challenge; answers what is kept. */
  readonly write: (attemptId: string, amount: number, outcome: Outcome) => Effect.Effect<Outcome>
  readonly addRefund: (refund: Refund) => Effect.Effect<void>
  readonly refunds: (attemptId: string) => Effect.Effect<ReadonlyArray<Refund>>
}

export const memoryLedger = (): Ledger => {
  const outcomes = new Map<string, Outcome>()
  const refunds = new Map<string, Refund>()
  return {
    read: (attemptId) => Effect.sync(() => outcomes.get(attemptId)),
    write: (attemptId, _, outcome) =>
      Effect.sync(() => {
        const kept = outcomes.get(attemptId)
        if (kept !== undefined && kept._tag !== "Challenged") return kept
        outcomes.set(attemptId, outcome)
        return outcome
      }),
    addRefund: (refund) => Effect.sync(() => void (refunds.has(refund.key) || refunds.set(refund.key, refund))),
    refunds: (attemptId) => Effect.sync(() => [...refunds.values()].filter((refund) => refund.attemptId === attemptId))
  }
}

const settled: Outcome = { _tag: "Settled" }
const voided: Outcome = { _tag: "Declined", reason: "declined" }

/** A provider that moves no real money and is steered by the token. */
export const testProvider = (ledger: Ledger): Payments["Service"] => ({
  provider: { id: "test", name: "Test payments", test: true },
  charge: Effect.fn("Payments.charge")(function* ({ amount, attemptId, token }) {
    const before = yield* ledger.read(attemptId)
    if (before !== undefined) return before
    const fate = fateOf(token)
    switch (fate._tag) {
      case "Settles":
        return yield* ledger.write(attemptId, amount, settled)
      case "Declines":
        return yield* ledger.write(attemptId, amount, { _tag: "Declined", reason: fate.reason })
      case "Challenges":
        return yield* ledger.write(attemptId, amount, { _tag: "Challenged", url: `#challenge-${attemptId}` })
      case "SettlesSilently":
        return (yield* ledger.write(attemptId, amount, settled))._tag === "Settled" ? { _tag: "Unknown" } : voided
      case "IsDown":
        return yield* new Unavailable({ what: "payment provider", retryAfter: 5 })
    }
  }),
  confirm: (attemptId, authenticated) =>
    ledger.write(attemptId, 0, authenticated ? settled : { _tag: "Declined", reason: "not_authenticated" }),
  close: (attemptId) => ledger.write(attemptId, 0, voided),
  refund: ledger.addRefund,
  refunds: ledger.refunds
})
