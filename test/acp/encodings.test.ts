import { describe, expect, it } from "@effect/vitest"
import { Arbitrary, Effect } from "effect"
import type { Checkout, CheckoutState, Contents, Method } from "../../schemas/checkout.ts"
import { CheckoutId } from "../../schemas/ids.ts"
import { isComplete, keptDeliveries, shopsOf } from "../../src/domain/contents.ts"
import { quote } from "../../src/domain/pricing.ts"
import { dialects } from "../../src/services/acp/dialects/index.ts"
import { combinationId, combinationsOf } from "../../src/services/acp/dialects/legacy/combinations.ts"
import { blocking } from "../../src/services/acp/session/messagesOf.ts"
import type { Market, Shown } from "../../src/services/acp/session/Shown.ts"
import { address, oneOf } from "../domain/few.ts"
import { checkoutPricings } from "../domain/pricings.ts"
import { rules } from "../domain/rules.ts"
import { stories, told } from "../domain/stories.ts"
import type { Release } from "./bundle.ts"
import { expectSession } from "./expectValid.ts"

const market: Market = {
  name: "CraftLocal",
  publicUrl: "http://localhost:3001",
  provider: { id: "test", name: "Test", test: true }
}

const moment = (minutes: number) => new Date(Date.UTC(2026, 4, 1, 12, minutes))

const checkoutIn = (state: CheckoutState): Checkout => ({
  id: CheckoutId.make("chk_1"),
  owner: "agent:key_one",
  channel: "acp",
  state,
  version: 1,
  expiresAt: moment(30),
  createdAt: moment(0),
  updatedAt: moment(0)
})

/** What the request itself may have given reason to say. */
const spoken = [
  blocking("payment_declined", "No.", "$.payment_data"),
  blocking("not_found", "Gone.", "$.line_items[0]"),
  blocking("region_restricted", "Not there.", "$.fulfillment_details.address.country"),
  {
    type: "warning",
    code: "price_change",
    content_type: "plain",
    content: "More.",
    param: "$.line_items[0].unit_amount"
  }
] satisfies Shown["messages"]

const expectAll = (shown: Shown) => {
  for (const { sessionOf, versions } of dialects) expectSession(sessionOf(shown, market), versions[0] as Release)
}

describe("whatever a checkout holds, every dialect tells it validly, and it adds up", () => {
  const runs = {
    arbitrary: { runs: Number(process.env.CHECK_RUNS ?? 60), seed: process.env.CHECK_SEED ?? "craftlocal" }
  }

  it.prop(
    "in every state of every story, in time and late",
    [stories, oneOf(0, 1, 2, 3, 4)],
    ([story, which]) => {
      const states = new Map(
        told(rules)(story).flatMap(({ after }) => (after === undefined ? [] : [[after._tag, after] as const]))
      )
      for (const state of states.values()) {
        for (const at of [moment(1), moment(31)]) {
          expectAll({ session: checkoutIn(state), at, messages: spoken.slice(which, which + 1) })
        }
      }
    },
    runs
  )

  const names = oneOf("", "Ada", "Augusta Ada King", " Mary  Ann ", "Þóra")

  it.prop(
    "with every discount, tax and delivery",
    [checkoutPricings, names],
    ([pricing, name]) => {
      const deliveries = keptDeliveries(pricing.deliveries, quote(pricing).options)
      const contents: Contents = {
        lines: pricing.lines,
        buyer: { email: "ada@example.com", ...(name && { name }) },
        address,
        deliveries,
        pickupNotes: null,
        codes: pricing.codes,
        shortages: [],
        quote: quote({ ...pricing, deliveries }),
        metadata: { trip: 1 }
      }
      const state: CheckoutState = { _tag: isComplete(contents) ? "Ready" : "Open", contents }
      expectAll({ session: checkoutIn(state), at: moment(1) })
    },
    runs
  )

  it.prop(
    "the first release offers only what every shop can do, each once, and what was chosen among it",
    [checkoutPricings],
    ([pricing]) => {
      const { options } = quote(pricing)
      const deliveries = keptDeliveries(pricing.deliveries, options)
      const contents = { lines: pricing.lines, quote: quote({ ...pricing, deliveries }), deliveries }
      const combinations = combinationsOf(contents)
      const shops = shopsOf(pricing.lines)
      for (const combination of combinations) {
        expect(combination.map(({ shopId }) => shopId)).toEqual(shops)
        for (const option of combination) expect(options).toContainEqual(option)
      }
      const ids = combinations.map(combinationId)
      expect(new Set(ids).size).toBe(ids.length)
      const can = shops.every((shop) => options.some(({ shopId }) => shopId === shop))
      expect(combinations.length > 0).toBe(can)
      const everyoneCan = (method: Method) =>
        shops.every((shop) => options.some((option) => option.shopId === shop && option.method === method))
      for (const method of ["standard", "expedited", "pickup"] as const) {
        expect(ids.includes(method)).toBe(everyoneCan(method))
      }
    },
    runs
  )

  it.effect("the stories come by every state", () =>
    Effect.gen(function* () {
      const seen = new Set<string>()
      const { seed } = runs.arbitrary
      for (const story of yield* Arbitrary.sampleEffect(stories, { count: 60, seed })) {
        for (const { after } of told(rules)(story)) if (after !== undefined) seen.add(after._tag)
      }
      expect([...seen].sort()).toEqual(["Canceled", "Challenged", "Completed", "Expired", "Open", "Paying", "Ready"])
    })
  )
})
