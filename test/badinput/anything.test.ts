import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type Random, random as seeded } from "../../src/demo/random.ts"
import { type Answer, assertTells, refusedBy, send, succeeded } from "./answer.ts"
import { anything, misdirected, spoiled } from "./anything.ts"
import { type Ask, goesTo, said, saysAll, withNewKeys } from "./ask.ts"
import { type Market, openMarket } from "./market.ts"
import type { Row } from "./Row.ts"
import { goodAcp } from "./rows/goodAcp.ts"
import { goodRest } from "./rows/goodRest.ts"
import { goodTools } from "./rows/goodTools.ts"

const rounds = 25
const patience = 5000

let market: Market
let served = 0
let refusals = 0
beforeAll(async () => {
  market = await openMarket()
})
afterAll(() => market.world.dispose())

const inTime = (answering: Promise<Answer>): Promise<Answer> =>
  Promise.race([
    answering,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error("no answer in time")), patience).unref())
  ])

/** Served, which it tells, or refused in the door's own shape; never broken, never silent. */
const bears = async (ask: Ask): Promise<boolean> => {
  const answer = await inTime(send(market.world, ask))
  if (succeeded(ask.door, answer)) {
    served++
    return true
  }
  refusals++
  const refused = refusedBy[ask.door](answer.body)
  assert.isBelow(answer.status, 500, refused.message)
  assert.notInclude(["INTERNAL_ERROR", "internal_error", -32603], refused.code)
  assertTells(refused.message)
  return false
}

/** What it says is spoiled; where it says nothing, where it goes to. */
const spoiledAsk = (random: Random, ask: Ask): Ask => {
  if (ask.body === undefined) return goesTo(misdirected(random, ask.path))(ask)
  return saysAll(random.chance(0.2) ? anything(random) : spoiled(random, said(ask)))(ask)
}

const every = (goods: Readonly<Record<string, Row["good"]>>) =>
  it.each(Object.entries(goods))("%s", { timeout: 120_000 }, async (name, good) => {
    const random = seeded(1, name)
    let sound = await good(market)
    for (let round = 0; round < rounds; round++) {
      const faulty = spoiledAsk(random, sound)
      const isSpent = await bears(faulty).catch((broken) => {
        throw new Error(`${faulty.path} ${JSON.stringify(faulty.body)?.slice(0, 3000)}\n${broken.message}`)
      })
      sound = isSpent ? await good(market) : withNewKeys(sound)
    }
  })

describe("whatever is sent", () => {
  describe("to a tool is answered", () => every(goodTools))
  describe("to REST is answered", () => every(goodRest))
  describe("to an ACP session is answered", () => every(goodAcp))
  it("mostly by a refusal, and sometimes by what it asked for all the same", () => {
    assert.isAbove(refusals, 500)
    assert.isAbove(served, 100)
  })
})
