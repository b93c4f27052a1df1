import { Context, Effect, Layer } from "effect"
import type { PaymentDeclined, Unavailable as Unavailability } from "../../schemas/errors.ts"
import { Unavailable } from "../../schemas/errors.ts"
import { fateOf } from "../domain/testTokens.ts"

/** What the provider calls an attempt, where that is another name than ours. */
interface Named {
  readonly reference?: string
}

/** What became of an attempt to charge. `Unknown`: no answer in time; the money may have moved. */
export type Outcome =
  | ({ readonly _tag: "Settled" } & Named)
  | { readonly _tag: "Declined"; readonly reason: PaymentDeclined["reason"] }
  | ({ readonly _tag: "Challenged"; readonly url: string } & Named)
  | { readonly _tag: "Unknown" }

/** An attempt to take money. The amount is in minor units; the id is the key under which the provider does it once. */
export interface Due {
  readonly attemptId: string
  readonly checkoutId: string
  readonly amount: number
  readonly currency: string
}

export interface Charge extends Due {
  readonly token: string
}

/** An attempt that was begun then, under the name that the provider gave it, if it ever told. */
export interface Begun extends Due, Named {
  readonly startedAt: Date
  /** It was begun at the provider's own page. */
  readonly hosted?: boolean
}

/** What a buyer is told at the provider's own page, and until when the checkout waits. */
export interface Invitation extends Due {
  /** Only where none but the buyer can come to that page. */
  readonly email?: string
  readonly shops: ReadonlyArray<string>
  readonly until: Date
}

/** A page of the provider's own, where buyers type their cards in: for whom no assistant brings a token. */
export interface CardPage {
  /** Where such pages are, for the policies of ours. */
  readonly origin: string
  /** Opens one for this attempt: `Challenged`, with its address. The same attempt again finds the same page. */
  readonly open: (invitation: Invitation) => Effect.Effect<Outcome, Unavailability>
  /** How it stands there, and nothing is moved: `Challenged` for as long as the buyer may still pay. */
  readonly look: (begun: Begun) => Effect.Effect<Outcome, Unavailability>
}

/** What the buyer's bank answered to a challenge, with its proof. */
export interface Authentication {
  readonly outcome: string
  readonly outcome_details?:
    | {
        readonly three_ds_cryptogram?: string | undefined
        readonly electronic_commerce_indicator?: string | undefined
        readonly transaction_id?: string | undefined
        readonly version?: string | undefined
      }
    | undefined
}

/** An attempt to be found at the provider: by the name it was given there, or else among those begun since then. */
export interface Sought extends Named {
  readonly attemptId: string
  readonly startedAt?: Date
}

/** The key is the refund's own: under it the provider gives back once. */
export interface Refund extends Sought {
  readonly key: string
  readonly amount: number
  readonly currency: string
}

/** What became of a refund. `Refused` is for good: the provider will never give this back. */
export type RefundOutcome =
  | { readonly _tag: "Refunded"; readonly reference?: string }
  | { readonly _tag: "Refused"; readonly reason: string }

/** What was given back, as the provider remembers it; under a name of its own if we did not ask for it. */
export interface Given extends Pick<Refund, "key" | "attemptId" | "amount"> {
  /** It could not be given after all. */
  readonly failed?: boolean
}

/** A provider of payments. `Unavailable` says for certain that no money moved. */
export class Payments extends Context.Service<
  Payments,
  {
    readonly provider: { readonly id: string; readonly name: string; readonly test: boolean }
    readonly cardPage?: CardPage
    /** The same attempt again answers what became of it and moves nothing. */
    readonly charge: (charge: Charge) => Effect.Effect<Outcome, Unavailability>
    /** The buyer's bank has answered the challenge. `Unavailable` leaves the attempt as it was. */
    readonly confirm: (begun: Begun, authentication: Authentication) => Effect.Effect<Outcome, Unavailability>
    /** Ends an attempt for good, also one the provider has not seen yet, unless its money has moved: then it says so. */
    readonly close: (begun: Begun) => Effect.Effect<Outcome, Unavailability>
    /** The same key again refunds nothing more. */
    readonly refund: (refund: Refund) => Effect.Effect<RefundOutcome, Unavailability>
    /** What went back of an attempt, the oldest first. */
    readonly refunds: (attempt: Sought) => Effect.Effect<ReadonlyArray<Given>, Unavailability>
  }
>()("craftlocal/ports/Payments") {
  /** The test provider with its books in this process. */
  static readonly layerMemory = Layer.sync(Payments, () => testProvider(memoryLedger()))
}

/** Where the test provider keeps what it did. */
export interface Ledger {
  readonly read: (attemptId: string) => Effect.Effect<Outcome | undefined>
  /** Keeps the first outcome, whatever it was; answers what is kept. */
  readonly begin: (attemptId: string, amount: number, outcome: Outcome) => Effect.Effect<Outcome>
  /** Keeps the first outcome unless it was a challenge; answers what is kept. */
  readonly write: (attemptId: string, amount: number, outcome: Outcome) => Effect.Effect<Outcome>
  readonly addRefund: (refund: Given) => Effect.Effect<void>
  readonly refunds: (attemptId: string) => Effect.Effect<ReadonlyArray<Given>>
}

export const memoryLedger = (): Ledger => {
  const outcomes = new Map<string, Outcome>()
  const refunds = new Map<string, Given>()
  return {
    read: (attemptId) => Effect.sync(() => outcomes.get(attemptId)),
    begin: (attemptId, _, outcome) =>
      Effect.sync(() => {
        const kept = outcomes.get(attemptId) ?? outcome
        outcomes.set(attemptId, kept)
        return kept
      }),
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
const unproven: Outcome = { _tag: "Declined", reason: "not_authenticated" }

/** A provider that moves no real money and is steered by the token. */
export const testProvider = (ledger: Ledger): Payments["Service"] => ({
  provider: { id: "test", name: "Test payments", test: true },
  charge: Effect.fn("Payments.charge")(function* ({ amount, attemptId, token }) {
    const fate = fateOf(token)
    switch (fate._tag) {
      case "Settles":
        return yield* ledger.begin(attemptId, amount, settled)
      case "Declines":
        return yield* ledger.begin(attemptId, amount, { _tag: "Declined", reason: fate.reason })
      case "Challenges":
        return yield* ledger.begin(attemptId, amount, { _tag: "Challenged", url: `#challenge-${attemptId}` })
      case "SettlesSilently": {
        const before = yield* ledger.read(attemptId)
        if (before !== undefined) return before
        return (yield* ledger.write(attemptId, amount, settled))._tag === "Settled" ? { _tag: "Unknown" } : voided
      }
      case "IsDown": {
        const before = yield* ledger.read(attemptId)
        return before ?? (yield* new Unavailable({ what: "payment provider", retryAfter: 5 }))
      }
    }
  }),
  confirm: ({ amount, attemptId }, { outcome }) =>
    ledger.write(attemptId, amount, outcome === "authenticated" ? settled : unproven),
  close: ({ amount, attemptId }) => ledger.write(attemptId, amount, voided),
  refund: ({ amount, attemptId, key }) => Effect.as(ledger.addRefund({ key, attemptId, amount }), { _tag: "Refunded" }),
  refunds: ({ attemptId }) => ledger.refunds(attemptId)
})
