import { assert, describe, it, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { layerSandboxPayments } from "../../src/live/sandbox/SandboxPayments.ts"
import { layerStripePayments } from "../../src/live/stripe/StripePayments.ts"
import { type Authentication, type Begun, type Charge, type Outcome, Payments } from "../../src/ports/Payments.ts"
import { databases } from "../databases.ts"
import { openDouble } from "../doubles/stripe/double.ts"

/** A provider: which tokens it takes, and how it hears that the buyer's bank has confirmed. */
interface Machine {
  readonly name: string
  readonly layer: Layer.Layer<Payments>
  readonly skipped: boolean
  readonly id: string
  readonly takes: ReadonlyArray<string>
  readonly yes: Authentication
}

const test = {
  id: "test",
  takes: ["spt_test_ok", "spt_test_anything", "tok_test_visa", "tok_test_1"],
  yes: { outcome: "authenticated" }
}

const layerStripe = Layer.unwrap(
  Effect.gen(function* () {
    const double = yield* Effect.acquireRelease(
      Effect.promise(() => openDouble()),
      ({ close }) => Effect.promise(close)
    )
    return layerStripePayments({ secretKey: "sk_test_contract", apiBase: double.url, patience: "1500 millis" })
  })
)

const proof = {
  three_ds_cryptogram: "AAIBBYNoEwAAACcKhAJkdQAAAAA=",
  electronic_commerce_indicator: "05",
  transaction_id: "c4e59ceb-a382-4d6a-bc87-385d591fa09d",
  version: "2.2.0"
}

const machines: ReadonlyArray<Machine> = [
  {
    name: "the test payment provider, its books kept in memory",
    layer: Payments.layerMemory,
    skipped: false,
    ...test
  },
  ...databases.map(({ layer, name, skipped }) => ({
    name: `the test payment provider, its books kept in ${name}`,
    layer: Layer.orDie(layerSandboxPayments.pipe(Layer.provide(layer))),
    skipped,
    ...test
  })),
  {
    name: "Stripe, by its double",
    layer: layerStripe,
    skipped: false,
    id: "stripe",
    takes: ["spt_test_ok", "spt_test_anything", "vt_test_1"],
    yes: { outcome: "authenticated", outcome_details: proof }
  }
]

let attempts = 0
/** An attempt nobody made before. */
const attempt = (token: string): Charge & Begun => {
  attempts += 1
  const startedAt = new Date(0)
  return { attemptId: `att_${attempts}`, checkoutId: "chk_1", amount: 4200, currency: "usd", token, startedAt }
}

const no = { outcome: "denied" }

const settled: Outcome = { _tag: "Settled" }

/** An outcome without the name that the provider gave it. */
const told = (outcome: Outcome): Outcome => {
  if (!("reference" in outcome)) return outcome
  const { reference: _, ...said } = outcome
  return said
}

/** A provider as it tells what became of an attempt, whatever it calls it. */
const provider = Effect.map(Payments, ({ charge, close, confirm }) => ({
  charge: (one: Charge) => Effect.map(charge(one), told),
  close: (one: Begun) => Effect.map(close(one), told),
  confirm: (one: Begun, authentication: Authentication) => Effect.map(confirm(one, authentication), told)
}))

for (const machine of machines) {
  const { takes, yes } = machine
  describe.skipIf(machine.skipped)(machine.name, () => {
    layer(machine.layer, { timeout: 60_000, excludeTestServices: true })((it) => {
      it.effect("any test token settles", () =>
        Effect.gen(function* () {
          const { charge } = yield* provider
          for (const token of takes) {
            assert.deepStrictEqual(yield* charge(attempt(token)), settled)
          }
        })
      )

      it.effect("steered tokens are declined, each for its reason", () =>
        Effect.gen(function* () {
          const { charge } = yield* provider
          for (const [token, reason] of [
            ["spt_test_declined", "declined"],
            ["spt_test_insufficient", "insufficient_funds"],
            ["spt_test_expired", "expired"],
            ["spt_test_over_limit", "over_limit"],
            ["spt_live_1", "unknown_token"],
            ["4242424242424242", "unknown_token"],
            ["spt_test_", "unknown_token"],
            ["spt_test_ok; --", "unknown_token"],
            ["constructor", "unknown_token"],
            ["__proto__", "unknown_token"],
            ["", "unknown_token"]
          ] as const) {
            assert.deepStrictEqual(yield* charge(attempt(token)), { _tag: "Declined", reason }, token)
          }
        })
      )

      it.effect("the same attempt again answers what became of it, whatever token it comes with", () =>
        Effect.gen(function* () {
          const { charge } = yield* provider
          const [good, bad] = [attempt("spt_test_ok"), attempt("spt_test_declined")]
          yield* charge(good)
          assert.deepStrictEqual(yield* charge({ ...good, token: "spt_test_declined" }), settled)
          yield* charge(bad)
          assert.deepStrictEqual(yield* charge({ ...bad, token: "spt_test_ok" }), {
            _tag: "Declined",
            reason: "declined"
          })
        })
      )

      it.effect("the same attempt twenty times at once has one outcome", () =>
        Effect.gen(function* () {
          const { charge, close } = yield* provider
          const one = attempt("")
          const tokens = Array.from({ length: 20 }, (_, index) => (index % 2 ? "spt_test_ok" : "spt_test_declined"))
          const outcomes = yield* Effect.forEach(tokens, (token) => charge({ ...one, token }), { concurrency: 20 })
          const [first] = outcomes
          for (const outcome of [...outcomes, yield* close(one)]) assert.deepStrictEqual(outcome, first)
        })
      )

      it.effect("an authentication is asked for, and settles when it succeeded", () =>
        Effect.gen(function* () {
          const { charge, confirm } = yield* provider
          const one = attempt("spt_test_3ds")
          const asked = yield* charge(one)
          assert.strictEqual(asked._tag, "Challenged")
          assert.deepStrictEqual(yield* charge(one), asked)
          assert.deepStrictEqual(yield* confirm(one, yes), settled)
          assert.deepStrictEqual(yield* confirm(one, no), settled)
          assert.deepStrictEqual(yield* charge(one), settled)
        })
      )

      it.effect("an authentication that failed declines for good", () =>
        Effect.gen(function* () {
          const { charge, confirm } = yield* provider
          const one = attempt("spt_test_3ds")
          yield* charge(one)
          const denied = { _tag: "Declined", reason: "not_authenticated" } as const
          assert.deepStrictEqual(yield* confirm(one, no), denied)
          assert.deepStrictEqual(yield* confirm(one, yes), denied)
          assert.deepStrictEqual(yield* charge({ ...one, token: "spt_test_ok" }), denied)
        })
      )

      it.effect("no answer in time although the money moved: asked again, it says so", () =>
        Effect.gen(function* () {
          const { charge, close } = yield* provider
          const [asked, closed] = [attempt("spt_test_timeout"), attempt("spt_test_timeout")]
          assert.deepStrictEqual(yield* charge(asked), { _tag: "Unknown" })
          assert.deepStrictEqual(yield* charge(asked), settled)
          yield* charge(closed)
          assert.deepStrictEqual(yield* close(closed), settled)
        })
      )

      it.effect("a provider that is down has moved nothing, and may be asked again", () =>
        Effect.gen(function* () {
          const { charge, close } = yield* provider
          const [later, never] = [attempt("spt_test_down"), attempt("spt_test_down")]
          const away = yield* Effect.flip(charge(later))
          assert.deepInclude({ ...away }, { _tag: "Unavailable", code: "UNAVAILABLE" })
          assert.deepStrictEqual(yield* charge({ ...later, token: "spt_test_ok" }), settled)
          yield* Effect.flip(charge(never))
          assert.strictEqual((yield* close(never))._tag, "Declined")
        })
      )

      it.effect("an attempt that is closed before it is charged can never be charged", () =>
        Effect.gen(function* () {
          const { charge, close, confirm } = yield* provider
          for (const token of ["spt_test_ok", "spt_test_timeout", "spt_test_3ds"]) {
            const one = attempt(token)
            assert.strictEqual((yield* close(one))._tag, "Declined")
            assert.strictEqual((yield* charge(one))._tag, "Declined")
            assert.strictEqual((yield* confirm(one, yes))._tag, "Declined")
            assert.strictEqual((yield* close(one))._tag, "Declined")
          }
        })
      )

      it.effect("an attempt that settled cannot be closed: it says Settled", () =>
        Effect.gen(function* () {
          const { charge, close } = yield* provider
          const one = attempt("spt_test_ok")
          yield* charge(one)
          assert.deepStrictEqual(yield* close(one), settled)
          assert.deepStrictEqual(yield* charge(one), settled)
        })
      )

      it.effect("an attempt that asks for authentication is closed, and then never settles", () =>
        Effect.gen(function* () {
          const { charge, close, confirm } = yield* provider
          const one = attempt("spt_test_3ds")
          yield* charge(one)
          assert.strictEqual((yield* close(one))._tag, "Declined")
          assert.strictEqual((yield* confirm(one, yes))._tag, "Declined")
        })
      )

      it.effect("of a charge and a close at once one wins, and both say the same", () =>
        Effect.gen(function* () {
          const { charge, close } = yield* provider
          for (let turn = 0; turn < 20; turn++) {
            const one = attempt("spt_test_ok")
            const race = turn % 2 ? [charge(one), close(one)] : [close(one), charge(one)]
            const [first, second] = yield* Effect.all(race, { concurrency: 2 })
            assert.strictEqual(first!._tag, second!._tag)
          }
        })
      )

      it.effect("refunds are kept once for each key, and read back for their attempt", () =>
        Effect.gen(function* () {
          const { charge, refund, refunds } = yield* Payments
          const [one, other] = [attempt("spt_test_ok"), attempt("spt_test_ok")]
          yield* charge(one)
          const first = { key: `a:${one.attemptId}`, attemptId: one.attemptId, amount: 1000 }
          const second = { key: `b:${one.attemptId}`, attemptId: one.attemptId, amount: 3200 }
          yield* Effect.all([first, first, { ...first, amount: 1 }].map((each) => refund({ ...each, currency: "usd" })))
          yield* refund({ ...second, currency: "usd" })
          assert.deepStrictEqual(yield* refunds(one), [first, second])
          assert.deepStrictEqual(yield* refunds(other), [])
        })
      )

      it.effect("says who it is, and that no real money moves", () =>
        Effect.gen(function* () {
          const { provider } = yield* Payments
          assert.deepInclude(provider, { id: machine.id, test: true })
        })
      )
    })
  })
}

describe("the test payment provider in a database", () => {
  for (const { layer, name, skipped } of databases) {
    it.effect.skipIf(skipped)(`remembers in ${name} what it charged, after a stop of the server`, () =>
      Effect.gen(function* () {
        const [one, other] = [attempt("spt_test_ok"), attempt("spt_test_3ds")]
        const started = Layer.fresh(layerSandboxPayments)
        const before = Effect.flatMap(Payments, ({ charge }) => Effect.all([charge(one), charge(other)]))
        const after = Effect.flatMap(Payments, ({ charge, close }) =>
          Effect.all([charge({ ...one, token: "spt_test_declined" }), close(other)])
        )
        yield* Effect.provide(before, started)
        const [first, second] = yield* Effect.provide(after, started)
        assert.deepStrictEqual([first._tag, second._tag], ["Settled", "Declined"])
      }).pipe(Effect.provide(layer))
    )
  }
})
