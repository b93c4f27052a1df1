import { Context, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import type { IllegalStep, StaleCheckout, Unavailable } from "../../schemas/errors.ts"
import { Ids } from "../ports/Ids.ts"
import type { PaymentEvent } from "../ports/PaymentEvents.ts"
import { Attempts, type KeptAttempt } from "../store/Attempts.ts"
import { Audit } from "../store/Audit.ts"
import { orUnavailable } from "../store/Sql.ts"
import { WebhooksSeen } from "../store/WebhooksSeen.ts"
import { now } from "./now.ts"
import { Payment } from "./Payment.ts"
import { Repayment } from "./Repayment.ts"

type Telling = Exclude<PaymentEvent, { readonly _tag: "Other" }>

const actions = {
  PaymentMoved: "payment.heard",
  MoneyReturned: "refund.heard",
  Disputed: "payment.disputed"
} as const

/** What the provider of payments tells of its own accord: a reason to ask it, and nothing more. */
export class PaymentNews extends Context.Service<
  PaymentNews,
  {
    /** An event that was heard before does nothing. One that fails is not heard yet, and may be sent again. */
    readonly hear: (
      source: string,
      event: PaymentEvent
    ) => Effect.Effect<void, IllegalStep | StaleCheckout | Unavailable>
  }
>()("craftlocal/services/PaymentNews") {
  static readonly layer = Layer.effect(
    PaymentNews,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const attempts = yield* Attempts
      const seen = yield* WebhooksSeen
      const audit = yield* Audit
      const ids = yield* Ids
      const payment = yield* Payment
      const repayment = yield* Repayment

      /** None for what others charge through the same account. */
      const attemptOf = Effect.fnUntraced(function* ({ attemptId, reference }: Telling) {
        const ours = attemptId === undefined ? undefined : yield* attempts.find(attemptId)
        return ours ?? (reference === undefined ? undefined : yield* attempts.named(reference))
      }, orUnavailable)

      const act = (event: Telling, { amount, checkoutId, id }: KeptAttempt) => {
        switch (event._tag) {
          case "PaymentMoved":
            return payment.hear(id)
          case "MoneyReturned":
            return repayment.compare(id)
          case "Disputed":
            return Effect.logWarning("a buyer disputes a payment at their bank", {
              attempt: id,
              checkout: checkoutId,
              amount,
              reason: event.reason
            })
        }
      }

      const heard = Effect.fnUntraced(
        function* (source: string, event: PaymentEvent, attempt: KeptAttempt | undefined) {
          const at = yield* now
          if (!(yield* seen.first(source, event.id, at)) || attempt === undefined || event._tag === "Other") return
          const correlationId = yield* ids.next("job")
          const entry = { actor: "system", channel: "webhook", action: actions[event._tag], correlationId }
          yield* audit.add({ ...entry, subject: attempt.checkoutId, at })
        },
        sql.withTransaction,
        orUnavailable
      )

      return PaymentNews.of({
        hear: Effect.fn("PaymentNews.hear")(function* (source, event) {
          if (yield* orUnavailable(seen.has(source, event.id))) return
          const attempt = event._tag === "Other" ? undefined : yield* attemptOf(event)
          if (attempt !== undefined && event._tag !== "Other") yield* act(event, attempt)
          // What it caused is done, and would be done once if it were sent again.
          yield* heard(source, event, attempt)
        })
      })
    })
  )
}
