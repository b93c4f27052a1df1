import { randomUUID } from "node:crypto"
import type { Random } from "../../../src/demo/random.ts"

export interface Answer {
  readonly status: number
  readonly body: any
}

/** What buyers have seen, to be compared with the books when the storm is over. */
export interface Memory {
  /** Totals in cents that a buyer was told of a checkout, in the order they came. */
  readonly told: Map<string, Array<number>>
  /** Confirmation numbers that were told as bought, by checkout. */
  readonly bought: Map<string, string>
  readonly canceledOrders: Set<string>
  readonly counts: Map<string, number>
  readonly complaints: Array<string>
}

export const emptyMemory = (): Memory => ({
  told: new Map(),
  bought: new Map(),
  canceledOrders: new Set(),
  counts: new Map(),
  complaints: []
})

/** The shop as its buyers reach it: gone at times, and back again under the same address. */
export interface Street {
  readonly address: () => string
  readonly isOver: () => boolean
}

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds))

const tokens = [
  "ok",
  "ok",
  "ok",
  "ok",
  "declined",
  "3ds",
  "3ds",
  "500_after",
  "cut_after",
  "500_before",
  "limited_once"
]

const home = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }

/** A buyer who asks again with the same key until there is an answer, and remembers what was said. */
export const buyer = (street: Street, memory: Memory, random: Random, things: ReadonlyArray<string>) => {
  const count = (what: string) => void memory.counts.set(what, (memory.counts.get(what) ?? 0) + 1)

  const post = async (path: string, body: unknown): Promise<Answer> => {
    const key = randomUUID()
    let first: string | undefined
    let known: Answer | undefined
    // What was answered once is answered again at once; only a first answer may take as long as a key is held.
    for (let tries = 0; tries < (known === undefined ? 600 : 400); tries++) {
      try {
        const answer = await fetch(`${street.address()}/api/v1${path}`, {
          method: "POST",
          headers: { "content-type": "application/json", "idempotency-key": key },
          body: JSON.stringify(body),
          signal: AbortSignal.timeout(15_000)
        })
        const text = await answer.text()
        const told = { status: answer.status, body: JSON.parse(text) }
        const inFlight = answer.status === 409 && answer.headers.has("retry-after")
        if (answer.status < 500 && !inFlight) {
          if (first !== undefined && first !== text) memory.complaints.push(`two answers to ${path}`)
          first = text
          known = told
          // Some ask again although they were answered.
          if (random.chance(0.9)) return told
          count("asked again after an answer")
        }
      } catch {
        count("no answer")
      }
      await pause(random.int(20, 200))
    }
    if (known !== undefined) {
      memory.complaints.push(`an answer to ${path} was not given again`)
      return known
    }
    throw new Error(`never answered: ${path}`)
  }

  const tell = (id: string, { body }: Answer) => {
    const total = body.checkout_session?.total ?? body.error?.details?.total
    if (typeof total === "number") memory.told.set(id, [...(memory.told.get(id) ?? []), Math.round(total * 100)])
  }

  const purchase = async () => {
    const opened = await post("/checkouts", { listing_id: random.pick(things), quantity: random.int(1, 2) })
    if (opened.status !== 201) return count(`opening: ${opened.body.error.code}`)
    const { id } = opened.body.checkout_session
    const path = `/checkouts/${id}`
    const method = random.pick(["standard", "standard", "expedited"])
    tell(id, await post(path, { email: "ann@example.com", shipping_address: home, shipping_method: method }))
    for (let tries = random.int(1, 3); tries > 0; tries--) {
      const paying = { payment_token: `spt_test_${random.pick(tokens)}` }
      const answers = await Promise.all(
        random.chance(0.2)
          ? [post(`${path}/complete`, paying), post(`${path}/complete`, paying)]
          : [post(`${path}/complete`, paying)]
      )
      for (const answer of answers) tell(id, answer)
      let last = answers.at(-1)!
      if (last.body.checkout_session?.status === "authentication_required") {
        const outcome = random.chance(0.8) ? "authenticated" : "denied"
        const authentication_result = { outcome, outcome_details: proof }
        last = await post(`${path}/complete`, { payment_token: "spt_test_3ds", authentication_result })
      }
      count(last.status === 200 ? `paid: ${last.body.checkout_session.status}` : `paid: ${last.body.error.code}`)
      const { order, orders } = last.body
      if (last.status === 200 && order?.payment_status === "succeeded") {
        memory.bought.set(id, order.confirmation_number)
        if (random.chance(0.2)) {
          const canceled = await post(`/orders/${orders[0].id}/cancel`, { reason: "changed my mind" })
          if (canceled.status === 200) memory.canceledOrders.add(orders[0].id)
          count(`canceled: ${canceled.status}`)
        }
        return
      }
    }
    if (random.chance(0.3)) count(`left: ${(await post(`${path}/cancel`, {})).status}`)
  }

  return async () => {
    while (!street.isOver()) await purchase()
  }
}

const proof = {
  three_ds_cryptogram: "AAIBBYNoEwAAAAAAhAA1AAAAAAA=",
  electronic_commerce_indicator: "05",
  transaction_id: "c4e59ceb-a382-4d6a-bc87-385d591fa09d",
  version: "2.2.0"
}
