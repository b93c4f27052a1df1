import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Effect, Result } from "effect"
import type { CheckoutEvent, CheckoutState } from "../../schemas/checkout.ts"
import { AttemptId } from "../../schemas/ids.ts"
import { shopping, step, steps } from "../../src/domain/checkout.ts"
import { planned } from "../../src/domain/orders.ts"
import { quote } from "../../src/domain/pricing.ts"
import { address, checking, kiln, linesOf, loom, tenPercent, things } from "./few.ts"
import { laws } from "./laws.ts"
import { rules } from "./rules.ts"
import { stories, told } from "./stories.ts"

describe("the law of checkout", () => {
  for (const [law, holds] of Object.entries(laws)) {
    it.prop(law, [stories], ([story]) => holds(rules)(story), checking)
  }

  it.effect("the stories visit every cell of the table", () =>
    Effect.gen(function* () {
      const visited = new Set<string>()
      const { seed } = checking.arbitrary
      for (const story of yield* Arbitrary.sampleEffect(stories, { count: 300, seed })) {
        for (const { after, before, event } of told(rules)(story)) {
          if (after !== undefined) visited.add(`${before._tag} > ${event._tag}`)
        }
      }
      const cells = Object.entries(steps).flatMap(([state, row]) =>
        Object.keys(row).map((event) => `${state} > ${event}`)
      )
      assert.deepStrictEqual([...visited].sort(), cells.sort())
    })
  )

  it.effect("the stories refuse as much as they take: strangers' attempts, late wishes, missing words", () =>
    Effect.gen(function* () {
      const refused = new Set<string>()
      const { seed } = checking.arbitrary
      for (const story of yield* Arbitrary.sampleEffect(stories, { count: 300, seed })) {
        for (const { after, before, event } of told(rules)(story)) {
          if (after === undefined) refused.add(`${before._tag} > ${event._tag}`)
        }
      }
      for (const cell of [
        "Open > PaymentStarted",
        "Paying > CancelRequested",
        "Paying > PaymentSettled",
        "Challenged > PaymentDeclined",
        "Challenged > TimedOut",
        "Completed > PaymentSettled",
        "Completed > Revised",
        "Canceled > Revised",
        "Expired > PaymentStarted"
      ]) {
        assert.include([...refused], cell)
      }
    })
  )

  it("two shops, a decline, a challenge by the bank, and a provider that repeats itself", () => {
    const lines = linesOf({ ...things.small, quantity: 2 }, things.scarf)
    const deliveries = { [kiln]: "pickup", [loom]: "standard" } as const
    const taxes = { [kiln]: tenPercent, [loom]: tenPercent }
    const contents = {
      lines,
      buyer: { email: "ada@craftlocal.test" },
      address,
      deliveries,
      pickupNotes: null,
      codes: [],
      shortages: [],
      quote: quote({ lines, deliveries, codes: [], offered: [], taxes, now: new Date(0) })
    }
    // 2 × 25.00 + 5.00 tax, and 49.99 + 5.00 tax + 3.99 to post it.
    assert.strictEqual(contents.quote.totals.total, 113_98)
    const attempt = (id: string) => ({
      id: AttemptId.make(id),
      confirmationNumber: "CL-1",
      orders: planned(contents, "CL-1", ["ord_1", "ord_2"])
    })
    const [first, second] = [AttemptId.make("att_1"), AttemptId.make("att_2")]
    const settled = { _tag: "PaymentSettled", attemptId: second } as const
    const events: ReadonlyArray<CheckoutEvent> = [
      { _tag: "PaymentStarted", attempt: attempt("att_1") },
      { _tag: "PaymentDeclined", attemptId: first },
      { _tag: "PaymentStarted", attempt: attempt("att_2") },
      { _tag: "ChallengeRequired", attemptId: second, url: "https://bank.test/3ds" },
      { _tag: "ChallengeAnswered", attemptId: second },
      settled,
      settled
    ]
    let end: CheckoutState = shopping(contents)
    for (const event of events) end = Result.getOrThrow(step(end, event))
    assert.deepStrictEqual(end, { _tag: "Completed", contents, attempt: attempt("att_2") })
    assert.deepStrictEqual(
      attempt("att_2").orders.map(({ number }) => number),
      ["CL-1-1", "CL-1-2"]
    )
    const late = Result.getFailure(step(end, { _tag: "CancelRequested" }))
    assert.deepInclude(late, { _tag: "Some" })
    assert.isTrue(Result.isFailure(step(end, { _tag: "PaymentSettled", attemptId: first })))
  })
})
