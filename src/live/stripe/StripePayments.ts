import { type Duration, Effect, Layer } from "effect"
import { type Due, type Outcome, Payments } from "../../ports/Payments.ts"
import { charge } from "./charge.ts"
import { close, voided } from "./close.ts"
import { confirm } from "./confirm.ts"
import { connect, type StripeAccess } from "./connect.ts"
import { refund, refunds } from "./refunds.ts"

export interface StripeOptions extends StripeAccess {
  /** Where a buyer comes back to from their bank, by the id of the checkout. */
  readonly page?: (checkoutId: string) => string
  /** How long an answer about a charge may take. Then it is unknown. */
  readonly patience?: Duration.Input
}

const settled = Effect.succeed<Outcome>({ _tag: "Settled" })

const isTest = (secretKey: string) => /^[a-z]+_test_/.test(secretKey)

/** Payments by Stripe, with shared payment tokens. */
export const layerStripePayments = ({ page, patience = "8 seconds", ...access }: StripeOptions) =>
  Layer.sync(Payments, () => {
    const stripe = connect(access)
    const pageOf = (checkoutId: string) => page?.(checkoutId) ?? ""
    const patiently = Effect.timeoutOrElse({
      duration: patience,
      orElse: () => Effect.succeed<Outcome>({ _tag: "Unknown" })
    })
    // Stripe takes no payment of nothing.
    const isFree = ({ amount }: Due) => amount === 0
    return Payments.of({
      provider: { id: "stripe", name: "Stripe", test: isTest(access.secretKey) },
      charge: (one) => (isFree(one) ? settled : patiently(charge(stripe, one, page?.(one.checkoutId)))),
      confirm: (begun, authentication) => patiently(confirm(stripe, begun, authentication, pageOf(begun.checkoutId))),
      close: (begun) => (isFree(begun) ? Effect.succeed(voided) : close(stripe, begun, pageOf(begun.checkoutId))),
      refund: (one) => refund(stripe, one),
      refunds: (sought) => refunds(stripe, sought)
    })
  })
