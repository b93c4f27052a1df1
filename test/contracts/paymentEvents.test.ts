import { assert, layer } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { describe } from "vitest"
import { layerStripeEvents } from "../../src/live/stripe/StripeEvents.ts"
import { PaymentEvents } from "../../src/ports/PaymentEvents.ts"
import { signed } from "../doubles/stripe/events.ts"

const at = new Date("2026-11-20T09:00:00.000Z")
const secret = "whsec_contract"

/** A machine, and an event of each kind as its provider would send it. */
interface Machine {
  readonly name: string
  readonly layer: Layer.Layer<PaymentEvents>
  readonly sent: Readonly<Record<"moved" | "returned" | "disputed" | "other", unknown>>
  readonly sign: (event: unknown, secret: string) => { readonly body: string; readonly signature: string }
}

const about = { attemptId: "att_1", reference: "pi_1" }
const payment = { id: "pi_1", object: "payment_intent", metadata: { attempt_id: "att_1" } }
const below = { payment_intent: "pi_1", metadata: { attempt_id: "att_1" } }

const machines: ReadonlyArray<Machine> = [
  {
    name: "in memory",
    layer: PaymentEvents.layerMemory(secret),
    sent: {
      moved: { _tag: "PaymentMoved", id: "evt_1", ...about },
      returned: { _tag: "MoneyReturned", id: "evt_2", ...about },
      disputed: { _tag: "Disputed", id: "evt_3", reason: "fraudulent", ...about },
      other: { _tag: "Other", id: "evt_4" }
    },
    sign: (event, secret) => ({ body: JSON.stringify(event), signature: secret })
  },
  {
    name: "of Stripe",
    layer: layerStripeEvents({ secretKey: "sk_test_contract", webhookSecret: secret }),
    sent: {
      moved: { id: "evt_1", type: "payment_intent.succeeded", data: { object: payment } },
      returned: { id: "evt_2", type: "refund.updated", data: { object: { id: "re_1", object: "refund", ...below } } },
      disputed: {
        id: "evt_3",
        type: "charge.dispute.created",
        data: { object: { id: "dp_1", object: "dispute", reason: "fraudulent", ...below } }
      },
      other: { id: "evt_4", type: "customer.created", data: { object: { id: "cus_1", object: "customer" } } }
    },
    sign: (event, secret) => signed(event as Record<string, unknown>, secret, at)
  }
]

const bytes = (text: string) => new TextEncoder().encode(text)

for (const { layer: machine, name, sent, sign } of machines) {
  describe(`events of payments ${name}`, () => {
    layer(machine)((it) => {
      it.effect("say where to look", () =>
        Effect.gen(function* () {
          const { read } = yield* PaymentEvents
          const told = (event: unknown) => {
            const { body, signature } = sign(event, secret)
            return read!(bytes(body), signature, at)
          }
          assert.deepStrictEqual(yield* told(sent.moved), { _tag: "PaymentMoved", id: "evt_1", ...about })
          assert.deepStrictEqual(yield* told(sent.returned), { _tag: "MoneyReturned", id: "evt_2", ...about })
          const disputed = { _tag: "Disputed" as const, id: "evt_3", reason: "fraudulent", ...about }
          assert.deepStrictEqual(yield* told(sent.disputed), disputed)
          assert.deepStrictEqual(yield* told(sent.other), { _tag: "Other", id: "evt_4" })
        })
      )

      it.effect("are nobody's without the right signature", () =>
        Effect.gen(function* () {
          const { read } = yield* PaymentEvents
          const { body } = sign(sent.moved, secret)
          for (const signature of [undefined, "", sign(sent.moved, "whsec_other").signature]) {
            assert.strictEqual((yield* Effect.flip(read!(bytes(body), signature, at)))._tag, "Forged")
          }
        })
      )
    })
  })
}
