import { Effect } from "effect"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { Payment } from "../../src/services/Payment.ts"
import { Checkouts } from "../../src/store/Checkouts.ts"
import { type Agent, type Answer, agent } from "./agent.ts"
import { buyer, payment, ready } from "./requests.ts"
import { makeWorld, type World } from "./world.ts"

let world: World
let one: Agent

beforeAll(async () => {
  world = await makeWorld()
  one = agent(world)
}, 60_000)
afterAll(() => world.dispose())

const late = (id: string) =>
  world.sql("UPDATE checkouts SET expires_at = now() - interval '1 minute' WHERE id = $1", id)

const inState = {
  open: async () => (await one.create({ line_items: [{ id: "lst_mug" }], currency: "usd", capabilities: {} })).body.id,
  ready: () => ready(one),
  paying: async () => {
    const id = await ready(one)
    await one.complete(id, payment("spt_test_timeout"))
    return id
  },
  challenged: async () => {
    const id = await ready(one)
    await one.complete(id, payment("spt_test_3ds"))
    return id
  },
  completed: async () => {
    const id = await ready(one)
    await one.complete(id, payment())
    return id
  },
  canceled: async () => {
    const id = await ready(one)
    await one.cancel(id)
    return id
  },
  overdue: async () => {
    const id = await ready(one)
    await late(id)
    return id
  },
  expired: async () => {
    const id = await ready(one)
    await late(id)
    await world.run(
      Effect.gen(function* () {
        const session = yield* (yield* Checkouts).find(id)
        yield* (yield* Payment).expire(session!)
      })
    )
    return id
  }
} satisfies Record<string, () => Promise<string>>

type Event = (id: string) => Promise<Answer>

const events = {
  read: (id) => one.get(id),
  update: (id) => one.update(id, { buyer }),
  pay: (id) => one.complete(id, payment()),
  answer: (id) => one.complete(id, payment("spt_test_3ds", { authentication_result: { outcome: "authenticated" } })),
  cancel: (id) => one.cancel(id)
} satisfies Record<string, Event>

/** For each state and event: the status of the answer and, by it, the session's status or the error's code. */
const cells: Record<keyof typeof inState, Record<keyof typeof events, readonly [number, string]>> = {
  open: {
    read: [200, "not_ready_for_payment"],
    update: [200, "not_ready_for_payment"],
    pay: [200, "not_ready_for_payment"],
    answer: [200, "not_ready_for_payment"],
    cancel: [200, "canceled"]
  },
  ready: {
    read: [200, "ready_for_payment"],
    update: [200, "ready_for_payment"],
    pay: [200, "completed"],
    answer: [200, "authentication_required"],
    cancel: [200, "canceled"]
  },
  paying: {
    read: [200, "complete_in_progress"],
    update: [409, "payment_in_progress"],
    pay: [200, "complete_in_progress"],
    answer: [200, "complete_in_progress"],
    cancel: [409, "payment_in_progress"]
  },
  challenged: {
    read: [200, "authentication_required"],
    update: [409, "authentication_required"],
    pay: [400, "requires_3ds"],
    answer: [200, "completed"],
    cancel: [200, "canceled"]
  },
  completed: {
    read: [200, "completed"],
    update: [409, "session_completed"],
    pay: [409, "session_completed"],
    answer: [409, "session_completed"],
    cancel: [405, "session_completed"]
  },
  canceled: {
    read: [200, "canceled"],
    update: [409, "session_canceled"],
    pay: [409, "session_canceled"],
    answer: [409, "session_canceled"],
    cancel: [405, "session_canceled"]
  },
  overdue: {
    read: [200, "expired"],
    update: [409, "session_expired"],
    pay: [409, "session_expired"],
    answer: [409, "session_expired"],
    cancel: [409, "session_expired"]
  },
  expired: {
    read: [200, "expired"],
    update: [409, "session_expired"],
    pay: [409, "session_expired"],
    answer: [409, "session_expired"],
    cancel: [409, "session_expired"]
  }
}

describe("the status machine, cell by cell", () => {
  for (const [state, row] of Object.entries(cells) as ReadonlyArray<[keyof typeof inState, typeof cells.open]>) {
    for (const [event, expected] of Object.entries(row) as ReadonlyArray<[keyof typeof events, typeof row.read]>) {
      test(`${state}: ${event}`, async () => {
        const { body, status } = await events[event](await inState[state]())
        expect([status, status < 300 ? body.status : body.code]).toEqual(expected)
      })
    }
  }

  test("what is over never changes, whatever is tried", async () => {
    for (const state of ["completed", "canceled", "expired"] as const) {
      const id = await inState[state]()
      const before = (await one.get(id)).body
      for (const event of Object.values(events)) await event(id)
      expect((await one.get(id)).body).toEqual(before)
    }
  })

  test("a session that has expired says so", async () => {
    const { body } = await one.get(await inState.overdue())
    expect(body.messages).toMatchObject([{ type: "error", code: "expired" }])
  })

  test("an update begins the time anew", async () => {
    const id = await ready(one)
    await world.sql("UPDATE checkouts SET expires_at = now() + interval '1 minute' WHERE id = $1", id)
    const { body } = await one.update(id, { order_notes: "Ring twice" })
    expect(new Date(body.expires_at).getTime() - Date.now()).toBeGreaterThan(20 * 60 * 1000)
  })

  test("cancel gives back what a challenged payment held", async () => {
    const stock = async () => (await world.sql("SELECT stock FROM listings WHERE id = 'lst_mug'"))[0].stock as number
    const before = await stock()
    const id = await inState.challenged()
    expect(await stock()).toBe(before - 1)
    await one.cancel(id)
    expect(await stock()).toBe(before)
  })

  test("405 names no method, for there is none", async () => {
    const { headers } = await one.cancel(await inState.canceled())
    expect(headers.get("allow")).toBe("")
  })
})
