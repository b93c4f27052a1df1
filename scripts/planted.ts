import { Arbitrary, Effect } from "effect"
import { CheckoutState, type Contents, type Line, type Quote } from "../schemas/checkout.ts"
import { AttemptId } from "../schemas/ids.ts"
import { cents } from "../schemas/money.ts"
import { keptDeliveries } from "../src/domain/contents.ts"
import { allocateLaws, divisions } from "../test/domain/allocateLaws.ts"
import { checking } from "../test/domain/few.ts"
import { laws } from "../test/domain/laws.ts"
import { pricingLaws } from "../test/domain/pricingLaws.ts"
import { pricings } from "../test/domain/pricings.ts"
import { type Rules, rules } from "../test/domain/rules.ts"
import { stories } from "../test/domain/stories.ts"

const { Canceled, Completed, Expired, Open, Paying, Ready } = CheckoutState.cases
const { steps } = rules

/** The table with one of its rows changed. */
const table = <S extends keyof typeof steps>(state: S, row: (typeof steps)[S]): Partial<Rules> => ({
  steps: { ...steps, [state]: { ...steps[state], ...row } }
})

const without = (state: keyof typeof steps, event: string): Partial<Rules> => {
  const { [event as never]: _, ...row } = steps[state]
  return { steps: { ...steps, [state]: row } }
}

const withTotal = (contents: Contents, by: number): Contents => {
  const { quote } = contents
  return { ...contents, quote: { ...quote, totals: { ...quote.totals, total: cents(quote.totals.total + by) } } }
}

/** The quote, drifted. */
const drifted = (drift: (quote: Quote, lines: ReadonlyArray<Line>) => Quote): Partial<Rules> => ({
  quote: (pricing) => drift(rules.quote(pricing), pricing.lines)
})

const sum = (amounts: ReadonlyArray<number>) => amounts.reduce((total, amount) => total + amount, 0)

/** A total that follows from its other columns, as a quote has it. */
const retotaled = <T extends Quote["totals"]>(totals: T): T => ({
  ...totals,
  total: cents(totals.subtotal - totals.discount + totals.fulfillment + totals.tax)
})

type Bug<Law> = readonly [bug: string, law: Law, broken: Partial<Rules>]

/** Bugs somebody might write into the table of steps, and the law that must notice each. */
const inCheckout: ReadonlyArray<Bug<keyof typeof laws>> = [
  [
    "any attempt settles",
    "only the attempt that was started can settle, decline or be challenged",
    table("Paying", { PaymentSettled: ({ attempt, contents }) => Completed.make({ attempt, contents }) })
  ],
  [
    "any attempt declines",
    "only the attempt that was started can settle, decline or be challenged",
    table("Challenged", { PaymentDeclined: ({ contents }) => Ready.make({ contents }) })
  ],
  [
    "a challenge is answered by another attempt",
    "the attempt does not change while money is moving",
    table("Challenged", {
      ChallengeAnswered: ({ attempt, contents }, { attemptId }) =>
        Paying.make({ contents, attempt: { ...attempt, id: attemptId } })
    })
  ],
  [
    "cancel while paying",
    "while money is moving the checkout can only settle, be declined or be challenged",
    table("Paying", { CancelRequested: ({ contents }) => Canceled.make({ contents }) })
  ],
  [
    "cancel while the bank asks",
    "while money is moving the checkout can only settle, be declined or be challenged",
    table("Challenged", { CancelRequested: ({ contents }) => Canceled.make({ contents }) })
  ],
  [
    "time ends a checkout whose money moves",
    "while money is moving the checkout can only settle, be declined or be challenged",
    table("Paying", { TimedOut: ({ contents }) => Expired.make({ contents }) })
  ],
  [
    "a decline forgets the delivery",
    "only a revision changes what the buyer said",
    table("Paying", {
      PaymentDeclined: ({ attempt, contents }, { attemptId }) =>
        attemptId === attempt.id ? Open.make({ contents: { ...contents, deliveries: {} } }) : undefined
    })
  ],
  [
    "a decline cancels",
    "a declined payment leaves it ready for another try",
    table("Challenged", {
      PaymentDeclined: ({ attempt, contents }, { attemptId }) =>
        attemptId === attempt.id ? Canceled.make({ contents }) : undefined
    })
  ],
  [
    "the total drifts by a cent when it settles",
    "the buyer is charged what they were shown",
    table("Challenged", {
      PaymentSettled: ({ attempt, contents }, { attemptId }) =>
        attemptId === attempt.id ? Completed.make({ attempt, contents: withTotal(contents, 1) }) : undefined
    })
  ],
  [
    "the total drifts by a cent when the payment starts",
    "the orders of a completed checkout add up to what was charged",
    table("Ready", {
      PaymentStarted: ({ contents }, { attempt }) => Paying.make({ attempt, contents: withTotal(contents, 1) })
    })
  ],
  [
    "settled again under another attempt",
    "an ended checkout stays exactly as it ended",
    table("Completed", {
      PaymentSettled: (state, { attemptId }) =>
        Completed.make({ ...state, attempt: { ...state.attempt, id: AttemptId.make(attemptId) } })
    })
  ],
  [
    "an expired checkout can be revised",
    "an ended checkout stays exactly as it ended",
    table("Expired", { Revised: (_, { contents }) => Open.make({ contents }) })
  ],
  [
    "ready without an address",
    "a checkout is ready exactly when nothing is missing",
    table("Ready", { Revised: (_, { contents }) => Ready.make({ contents }) })
  ],
  [
    "never ready again once something was missing",
    "a checkout is ready exactly when nothing is missing",
    table("Open", { Revised: (_, { contents }) => Open.make({ contents }) })
  ],
  [
    "an open checkout is paid",
    "money moves only for a checkout that lacks nothing",
    table("Open", {
      PaymentStarted: ({ contents }: { readonly contents: Contents }, { attempt }: never) =>
        Paying.make({ contents, attempt })
    } as never)
  ],
  [
    "an order is lost when it settles",
    "a completed checkout names one order for each shop",
    table("Paying", {
      PaymentSettled: ({ attempt, contents }, { attemptId }) =>
        attemptId === attempt.id
          ? Completed.make({ contents, attempt: { ...attempt, orders: [attempt.orders[0]] } })
          : undefined
    })
  ],
  [
    "a settlement that comes while the bank asks is dropped",
    "money that came is always taken note of",
    without("Challenged", "PaymentSettled")
  ],
  [
    "a checkout cannot be left",
    "who has not paid may always leave, and time always ends",
    without("Ready", "CancelRequested")
  ],
  [
    "a line is added twice",
    "a listing and variant stand in one line, and there is always a line",
    { withWanted: (before, put) => [...before, ...put.filter(({ quantity }) => quantity > 0)] }
  ],
  [
    "a variant spelled otherwise is another line",
    "a listing and variant stand in one line, and there is always a line",
    {
      withWanted: (before, put) => [
        ...before.filter((line) => !put.some((p) => p.listingId === line.listingId && p.variant === line.variant)),
        ...put.filter(({ quantity }) => quantity > 0)
      ]
    }
  ]
]

/** Bugs somebody might write into pricing. */
const inPricing: ReadonlyArray<Bug<keyof typeof pricingLaws>> = [
  [
    "tax is rounded for each shop instead of for each line",
    "lines add up to their shop",
    {
      quote: (pricing) => {
        const quote = rules.quote(pricing)
        const shops = quote.shops.map((shop) =>
          retotaled({ ...shop, tax: cents(Math.round(shop.subtotal * (pricing.taxes[shop.shopId]?.rate ?? 0))) })
        )
        const tax = cents(sum(shops.map((shop) => shop.tax)))
        return { ...quote, shops, totals: retotaled({ ...quote.totals, tax }) }
      }
    }
  ],
  [
    "tax is taken before the discount",
    "each line is taxed by itself, to the nearest cent, after its discount",
    {
      quote: (pricing) => {
        const [quote, full] = [rules.quote(pricing), rules.quote({ ...pricing, codes: [], offered: [] })]
        return { ...quote, lines: quote.lines.map((line, index) => ({ ...line, tax: full.lines[index]!.tax })) }
      }
    }
  ],
  [
    "tax is cut off instead of rounded",
    "each line is taxed by itself, to the nearest cent, after its discount",
    {
      quote: (pricing) => {
        const quote = rules.quote(pricing)
        const lines = quote.lines.map((line, index) => ({
          ...line,
          tax: cents(Math.floor(line.subtotal * (pricing.taxes[pricing.lines[index]!.shopId]?.rate ?? 0)))
        }))
        return { ...quote, lines }
      }
    }
  ],
  [
    "the discount on delivery is forgotten in the sum",
    "a shop and the whole: items − discount = subtotal, − discount + delivery + tax = total",
    drifted((quote) => ({
      ...quote,
      totals: { ...quote.totals, total: cents(quote.totals.total + quote.totals.discount) }
    }))
  ],
  [
    "a delivery is charged once for the whole checkout",
    "shops add up to the whole, and every shop is there once",
    drifted((quote) => {
      const fulfillment = cents(Math.max(...quote.shops.map((shop) => shop.fulfillment)))
      return { ...quote, totals: retotaled({ ...quote.totals, fulfillment }) }
    })
  ],
  [
    "discounts are told in full though they took off less",
    "the discounts that are told are the discounts that are taken",
    drifted((quote) => ({
      ...quote,
      applied: quote.applied.map((each) => (each.code === "CLOTH" ? { ...each, amount: cents(20_00) } : each))
    }))
  ],
  [
    "the same code counts twice",
    "every code that was given is applied once or told why not",
    drifted((quote) => ({ ...quote, applied: [...quote.applied, ...quote.applied] }))
  ],
  [
    "a quote is final before its tax is known",
    "it is final exactly when every shop has a way to deliver and a rate",
    {
      quote: (pricing) => {
        const quote = rules.quote(pricing)
        const chosen = keptDeliveries(pricing.deliveries, quote.options)
        return { ...quote, final: quote.shops.every(({ shopId }) => chosen[shopId] !== undefined) }
      }
    }
  ],
  [
    "a price with half a cent",
    "nothing is negative, everything is a safe whole number",
    {
      quote: (pricing) => {
        const { lines, ...quote } = rules.quote(pricing)
        return { ...quote, lines: lines.map((line) => ({ ...line, tax: (line.subtotal * 0.0725) as never })) }
      }
    }
  ],
  [
    "a line is priced once, whatever its quantity",
    "a line: base − discount = subtotal, subtotal + tax = total",
    {
      quote: (pricing) =>
        rules.quote({ ...pricing, lines: pricing.lines.map((line) => ({ ...line, quantity: 1 })) as never })
    }
  ],
  [
    "a parcel counts its dearest piece twice",
    "who buys one piece pays its own flat rate",
    {
      standardCost: (lines) => {
        const largest = Math.max(...lines.map(({ shippingCost }) => shippingCost))
        return largest + Math.round(sum(lines.map((line) => line.quantity * line.shippingCost)) * 0.25)
      }
    }
  ],
  [
    "a parcel of many pieces costs every piece by itself and one more",
    "a parcel costs at least its dearest piece, and at most every piece by itself",
    { standardCost: (lines) => rules.standardCost(lines) * 4 }
  ],
  [
    "a parcel is shared among its pieces",
    "a further piece never makes a parcel cheaper",
    {
      standardCost: (lines) => Math.round(rules.standardCost(lines) / sum(lines.map(({ quantity }) => quantity)))
    }
  ],
  [
    "haste costs nothing more",
    "pickup is free, expedited is no cheaper than standard, and dearer where standard costs",
    {
      deliveryOptions: (lines) =>
        rules
          .deliveryOptions(lines)
          .map((option) => (option.method === "expedited" ? { ...option, amount: cents(option.amount / 2) } : option))
    }
  ],
  [
    "a shop picks up what one of its lines can be picked up",
    "a shop offers what all its lines can do",
    {
      deliveryOptions: (lines) =>
        rules.deliveryOptions(
          lines.map((line) => ({ ...line, pickupEnabled: lines.some((each) => each.pickupEnabled) }))
        )
    }
  ]
]

/** Bugs somebody might write into the division of an amount. */
const inAllocation: ReadonlyArray<Bug<keyof typeof allocateLaws>> = [
  [
    "the remainder is lost",
    "parts add up to the amount exactly",
    {
      allocate: (amount, weights) => {
        const all = sum(weights)
        return weights.map((weight) => (all === 0 ? 0 : Math.floor((amount * weight) / all)))
      }
    }
  ],
  [
    "the remainder goes to the first, whoever that is",
    "no part is negative or larger than its weight",
    {
      allocate: (amount, weights) => {
        const all = sum(weights)
        const parts = weights.map((weight) => (all === 0 ? 0 : Math.floor((amount * weight) / all)))
        return parts.with(0, parts[0]! + (all === 0 ? 0 : amount - sum(parts)))
      }
    }
  ],
  [
    "odd cents go to the later part",
    "of equal weights the earlier gets the odd cent",
    { allocate: (amount, weights) => [...rules.allocate(amount, [...weights].reverse())].reverse() }
  ],
  [
    "everything goes to the first",
    "a part is less than a cent away from its exact share",
    { allocate: (amount, weights) => weights.map((_, index) => (index === 0 ? amount : 0)) }
  ]
]

const { runs, seed } = checking.arbitrary

const tried = <A, Law extends string>(
  inputs: Arbitrary.Arbitrary<A>,
  laws: Record<Law, (rules: Rules) => (input: A) => boolean>,
  bugs: ReadonlyArray<Bug<Law>>
) =>
  Effect.map(Arbitrary.sampleEffect(inputs, { count: runs, seed }), (sample) =>
    bugs.map(([bug, law, broken]) => ({
      bug,
      law,
      at: sample.findIndex((input) => laws[law](rules)(input) && !laws[law]({ ...rules, ...broken })(input))
    }))
  )

/** Where in the sample each planted bug was noticed first; -1 for one that survived. */
export const planted = Effect.map(
  Effect.all([
    tried(stories, laws, inCheckout),
    tried(pricings, pricingLaws, inPricing),
    tried(divisions, allocateLaws, inAllocation)
  ]),
  (found) => found.flat()
)

/** `node scripts/planted.ts`: red when a planted bug survives, for then the laws, or the stories, are worth nothing. */
if (import.meta.main) {
  const found = await Effect.runPromise(planted)
  for (const { at, bug, law } of found) {
    console.log(at < 0 ? `SURVIVED  ${bug}\n          unnoticed by: ${law}` : `caught    ${bug} (${at + 1} of ${runs})`)
  }
  if (found.some(({ at }) => at < 0)) process.exitCode = 1
}
