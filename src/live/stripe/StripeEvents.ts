import { Effect, Layer, Schema } from "effect"
import Stripe from "stripe"
import { Forged, type PaymentEvent, PaymentEvents } from "../../ports/PaymentEvents.ts"
import { connect } from "./connect.ts"

/** A signature older than this many seconds is no longer one. */
const tolerance = 300

const Payment = Schema.Union([Schema.String, Schema.Struct({ id: Schema.String })])

/** What every event says of itself. */
const Named = Schema.Struct({ id: Schema.String, type: Schema.String })

/** As much of an event that concerns us as says where to look. */
const Event = Schema.Struct({
  data: Schema.Struct({
    object: Schema.Struct({
      id: Schema.optionalKey(Schema.String),
      object: Schema.optionalKey(Schema.String),
      metadata: Schema.optionalKey(Schema.NullOr(Schema.Struct({ attempt_id: Schema.optionalKey(Schema.String) }))),
      payment_intent: Schema.optionalKey(Schema.NullOr(Payment)),
      reason: Schema.optionalKey(Schema.NullOr(Schema.String))
    })
  })
})

const name = Schema.decodeUnknownEffect(Named)
const decode = Schema.decodeUnknownEffect(Event)

const tags: Readonly<Record<string, "PaymentMoved" | "MoneyReturned" | "Disputed">> = {
  "payment_intent.succeeded": "PaymentMoved",
  "payment_intent.payment_failed": "PaymentMoved",
  "payment_intent.canceled": "PaymentMoved",
  "checkout.session.completed": "PaymentMoved",
  "checkout.session.expired": "PaymentMoved",
  "refund.created": "MoneyReturned",
  "refund.updated": "MoneyReturned",
  "refund.failed": "MoneyReturned",
  "charge.refunded": "MoneyReturned",
  "charge.refund.updated": "MoneyReturned",
  "charge.dispute.created": "Disputed"
}

/** Events of other kinds are not looked into, whatever their shape. */
const meant = Effect.fnUntraced(function* (event: unknown) {
  const { id, type } = yield* name(event)
  const tag = Object.hasOwn(tags, type) ? tags[type] : undefined
  if (tag === undefined) return { _tag: "Other", id } satisfies PaymentEvent
  const { object } = (yield* decode(event)).data
  const payment = object.object === "payment_intent" ? object.id : object.payment_intent
  const reference = typeof payment === "string" ? payment : payment?.id
  const attemptId = object.metadata?.attempt_id
  const about = { id, ...(attemptId !== undefined && { attemptId }), ...(reference !== undefined && { reference }) }
  return tag === "Disputed" ? { _tag: tag, ...about, reason: object.reason ?? "unknown" } : { _tag: tag, ...about }
})

export interface StripeSignature {
  readonly secretKey: string
  readonly webhookSecret: string
}

/** Events that Stripe signs. */
export const layerStripeEvents = ({ secretKey, webhookSecret }: StripeSignature) =>
  Layer.sync(PaymentEvents, () => {
    const { webhooks } = connect({ secretKey })
    return {
      source: "stripe",
      read: Effect.fnUntraced(function* (body: Uint8Array, signature: string | undefined, at: Date) {
        if (signature === undefined) return yield* new Forged({ why: "There is no Stripe-Signature." })
        const event = yield* Effect.try({
          try: (): unknown =>
            webhooks.constructEvent(Buffer.from(body), signature, webhookSecret, tolerance, undefined, at.getTime()),
          catch: (error) =>
            new Forged({
              why:
                error instanceof Stripe.errors.StripeSignatureVerificationError && /tolerance/.test(error.message)
                  ? "The signature is too old."
                  : "The signature is not Stripe's over these bytes."
            })
        })
        return yield* Effect.mapError(meant(event), () => new Forged({ why: "This is not an event." }))
      })
    }
  })
