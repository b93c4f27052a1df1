import { Context, Effect } from "effect"
import { SqlClient } from "effect/sql"
import { type Checkout, CheckoutState } from "../../schemas/checkout.ts"
import { NotFound } from "../../schemas/errors.ts"
import type { Outcome, Payments } from "../../src/ports/Payments.ts"
import { Checkout as CheckoutService } from "../../src/services/Checkout.ts"
import { Repayment } from "../../src/services/Repayment.ts"
import { Settlement } from "../../src/services/Settlement.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { Idempotency } from "../../src/store/Idempotency.ts"
import { Outbox } from "../../src/store/Outbox.ts"
import { PaymentSteps } from "../../src/store/payments/PaymentSteps.ts"
import type { Settle } from "../../src/store/payments/settleStatement.ts"
import { Refunds } from "../../src/store/Refunds.ts"
import { Stock } from "../../src/store/Stock.ts"
import type { Inside, Stage } from "./world.ts"

type Undo = () => void

/** Changes the marketplace for the worse, until it is undone. */
export type Bug = (context: Context.Context<Inside>, stage: Stage) => Undo

/** Replaces methods of a service in place, for everybody who holds it. */
const change = <S extends object>(service: S, methods: Partial<S>): Undo => {
  const before = { ...service }
  Object.assign(service, methods)
  return () => void Object.assign(service, before)
}

const provider =
  (worse: (payments: Payments["Service"]) => Partial<Payments["Service"]>): Bug =>
  (_, stage) => {
    stage.payments = { ...stage.payments, ...worse(stage.payments) }
    return () => {}
  }

let copies = 0
const copied = (name: string) => `${name}-${++copies}`
const declined: Outcome = { _tag: "Declined", reason: "declined" }

/** Bugs that somebody might write, each of which breaks a law in some history. */
export const bugs: Readonly<Record<string, Bug>> = {
  "no answer counts as a decline": provider(({ charge }) => ({
    charge: (one) =>
      Effect.timeoutOrElse(charge(one), { duration: "5 seconds", orElse: () => Effect.succeed(declined) })
  })),
  "the reconciler takes for declined what it does not know": provider(() => ({
    close: () => Effect.succeed(declined)
  })),
  "each try to charge is another charge": provider(({ charge }) => ({
    charge: (one) => Effect.andThen(Effect.exit(charge({ ...one, attemptId: copied(one.attemptId) })), charge(one))
  })),
  "a cent too much is charged": provider(({ charge }) => ({
    charge: (one) => charge({ ...one, amount: one.amount + 1 })
  })),
  "each try to refund is another refund": provider(({ refund }) => ({
    refund: (one) => refund({ ...one, key: copied(one.key) })
  })),
  "that money is about to move is not saved": (context) =>
    change(Context.get(context, Settlement), {
      start: (session, attempt) =>
        Effect.succeed({
          ...session,
          state: CheckoutState.cases.Paying.make({ contents: session.state.contents, attempt })
        })
    }),
  "the pieces of a declined payment stay held": (context) =>
    change(Context.get(context, Stock), { release: () => Effect.void }),
  "nothing is held while somebody pays": (context) => {
    const steps = Context.get(context, PaymentSteps)
    const { start } = steps
    return change(steps, { start: (one) => start({ ...one, holds: [] as never }) })
  },
  "what is sold stays held": (context) => {
    const [sql, steps] = [Context.get(context, SqlClient.SqlClient), Context.get(context, PaymentSteps)]
    const { settle } = steps
    const holdAgain = ({ checkout }: Settle) => sql`INSERT INTO stock_holds (checkout_id, listing_id, variant, quantity)
      SELECT checkout_id, listing_id, variant, quantity FROM order_lines l JOIN orders o ON o.id = l.order_id
      WHERE checkout_id = ${checkout.id}`
    return change(steps, {
      settle: (one) => sql.withTransaction(Effect.tap(settle(one), () => holdAgain(one)))
    })
  },
  "a canceled order does not bring its pieces back": (context) =>
    change(Context.get(context, Stock), { restock: () => Effect.void }),
  "a checkout is saved over the change of somebody else": (context) => {
    const [checkouts, steps] = [Context.get(context, Checkouts), Context.get(context, PaymentSteps)]
    const { find, save } = checkouts
    const { settle, start } = steps
    const latest = (one: Checkout) =>
      Effect.map(find(one.id), (found): Checkout => ({ ...one, version: found?.version ?? one.version }))
    const undo = [
      change(checkouts, { save: (one) => Effect.flatMap(latest(one), save) }),
      change(steps, {
        start: (one) => Effect.flatMap(latest(one.checkout), (checkout) => start({ ...one, checkout })),
        settle: (one) => Effect.flatMap(latest(one.checkout), (checkout) => settle({ ...one, checkout }))
      })
    ]
    return () => undo.forEach((each) => void each())
  },
  "the orders of a checkout are not written": (context) => {
    const steps = Context.get(context, PaymentSteps)
    const { settle } = steps
    return change(steps, { settle: (one) => settle({ ...one, orders: [] as never }) })
  },
  "what was answered under a key is forgotten": (context) => {
    const steps = Context.get(context, PaymentSteps)
    const { settle } = steps
    const undo = [
      change(Context.get(context, Idempotency), { record: () => Effect.void }),
      change(steps, { settle: (one) => settle({ ...one, trail: one.trail && { audit: one.trail.audit } }) })
    ]
    return () => undo.forEach((each) => void each())
  },
  "the message that asks for a refund is lost": (context) => {
    const outbox = Context.get(context, Outbox)
    const { offer } = outbox
    return change(outbox, {
      offer: (message, options) => (message._tag === "RefundDue" ? Effect.succeed("") : offer(message, options))
    })
  },
  "a refund that was given is counted again with each delivery": (context) => {
    const refunds = Context.get(context, Refunds)
    const { find } = refunds
    return change(refunds, {
      end: () => Effect.succeed(true),
      find: (id) => Effect.map(find(id), (found) => found && { ...found, status: "pending" as const })
    })
  },
  "a cancellation gives back a cent less than was paid, and says it was all": (context) => {
    const repayment = Context.get(context, Repayment)
    const { ofOrder } = repayment
    return change(repayment, {
      ofOrder: (order, amount, reason) => ofOrder(order, reason === "" ? amount : amount - 1, reason)
    })
  },
  "whoever knows its id may read a checkout": (context) => {
    const { find } = Context.get(context, Checkouts)
    return change(Context.get(context, CheckoutService), {
      read: (id) =>
        Effect.flatMap(Effect.orDie(find(id)), (found) =>
          found === undefined ? Effect.fail(new NotFound({ what: "checkout" })) : Effect.succeed(found)
        )
    })
  }
}
