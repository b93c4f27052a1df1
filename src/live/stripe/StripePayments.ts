import { type Duration, Effect, Layer } from "effect"
import { type Begun, type Due, type Invitation, type Outcome, Payments } from "../../ports/Payments.ts"
import { charge } from "./charge.ts"
import { close, voided } from "./close.ts"
import { confirm } from "./confirm.ts"
import { connect, type StripeAccess } from "./connect.ts"
import { lookAt } from "./lookAt.ts"
import { openPage } from "./openPage.ts"
import { refund, refunds } from "./refunds.ts"

export interface StripeOptions extends StripeAccess {
  /** Where a buyer comes back to from their bank, by the id of the checkout. */
  readonly page?: (checkoutId: string) => string
  /** How long an answer about a charge may take. Then it is unknown. */
  readonly patience?: Duration.Input
}

const settled = Effect.succeed<Outcome>({ _tag: "Settled" })

const isTest = (secretKey: string) => /^[a-z]+_test_/.test(secretKey)

/** Where Stripe has its own pages for cards. */
const pages = "https://checkout.stripe.com"

/** Payments by Stripe, with shared payment tokens, or by card at Stripe's own page. */
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
    const cardPage = page && {
      origin: access.apiBase === undefined ? pages : new URL(access.apiBase).origin,
      open: (one: Invitation) => (isFree(one) ? settled : patiently(openPage(stripe, one, page(one.checkoutId)))),
      look: (begun: Begun) => (isFree(begun) ? settled : lookAt(stripe, begun))
    }
    return Payments.of({
      provider: { id: "stripe", name: "Stripe", test: isTest(access.secretKey) },
      ...(cardPage && { cardPage }),
      charge: (one) => (isFree(one) ? settled : patiently(charge(stripe, one, page?.(one.checkoutId)))),
      confirm: (begun, authentication) => patiently(confirm(stripe, begun, authentication, pageOf(begun.checkoutId))),
      close: (begun) => (isFree(begun) ? Effect.succeed(voided) : close(stripe, begun, pageOf(begun.checkoutId))),
      refund: (one) => refund(stripe, one),
      refunds: (sought) => refunds(stripe, sought)
    })
  })
