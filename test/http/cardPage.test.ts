import { Clock, Duration, Effect } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import type { AccountId, ListingId } from "../../schemas/ids.ts"
import { layerStripeEvents } from "../../src/live/stripe/StripeEvents.ts"
import { layerStripePayments } from "../../src/live/stripe/StripePayments.ts"
import { Housekeeping } from "../../src/services/Housekeeping.ts"
import { Ordering, type Revision } from "../../src/services/Ordering.ts"
import { unrecorded } from "../../src/services/Record.ts"
import { Repayment } from "../../src/services/Repayment.ts"
import { type Double, openDouble } from "../doubles/stripe/double.ts"
import { signed } from "../doubles/stripe/events.ts"
import { dawn, openWorld, publicUrl, type World } from "../world.ts"
import { formsOf, person } from "./account/person.ts"

const [secretKey, webhookSecret] = ["sk_test_cards", "whsec_cards"]

let double: Double
let world: World
let now = dawn.getTime()
let listing: string

const passes = (duration: Duration.Input) => {
  now += Duration.toMillis(duration)
  world.passes(duration)
}

beforeAll(async () => {
  double = await openDouble()
  double.books.now = () => now
  world = await openWorld({
    perMinute: 100_000,
    payments: layerStripePayments({
      secretKey,
      apiBase: double.url,
      patience: "400 millis",
      page: (id) => `${publicUrl}/checkout/${id}`
    }),
    paymentEvents: layerStripeEvents({ secretKey, webhookSecret })
  })
  const [first] = await world.sql(
    (sql) => sql<{ id: string }>`UPDATE listings SET stock = 100 WHERE id = (SELECT id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id)
      ORDER BY id LIMIT 1) RETURNING id`
  )
  listing = first!.id
}, 60_000)
afterAll(async () => {
  await world.dispose()
  await double.close()
})

/** Behind the doors' backs, at the hour of this world. */
const inTime = <A, E, R>(effect: Effect.Effect<A, E, R>) => {
  const clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => now,
    currentTimeMillis: Effect.sync(() => now),
    currentTimeNanosUnsafe: () => BigInt(now) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => BigInt(now) * 1_000_000n,
    monotonicTimeNanos: Effect.sync(() => BigInt(now) * 1_000_000n),
    sleep: () => Effect.never
  }
  return Effect.provideService(effect, Clock.Clock, clock)
}

const byTheClock = (what: "expire" | "reconcile") =>
  world.run(inTime(Effect.flatMap(Housekeeping, (jobs) => jobs[what])))

/** What waits to go back goes back. */
const giveBack = () =>
  world.run(
    Effect.gen(function* () {
      const { give } = yield* Repayment
      const due = yield* Effect.promise(() =>
        world.sql((sql) => sql<{ id: string }>`SELECT id FROM refunds WHERE status = 'pending'`)
      )
      yield* Effect.forEach(due, ({ id }) => give(id))
    })
  )

const told = new Set<string>()
/** Stripe tells everything that happened and was not told, twice. */
const stripeTells = async () => {
  const statuses: Array<number> = []
  for (const event of double.books.events.filter(({ id }) => !told.has(id))) {
    told.add(event.id)
    for (let time = 0; time < 2; time++) {
      const { body, signature } = signed(event, webhookSecret, new Date(now))
      const headers = { "content-type": "application/json", "stripe-signature": signature }
      statuses.push((await world.fetch("/webhooks/stripe", { method: "POST", headers, body })).status)
    }
  }
  return statuses
}

const address = {
  "shipping_address.line1": "1 Main St",
  "shipping_address.city": "Chicago",
  "shipping_address.state": "IL",
  "shipping_address.zip": "60601"
}

/** A guest in front of the button. */
const ready = async () => {
  const guest = person(world)
  const { location } = await guest.send(`/l/${listing}`, { quantity: "1" })
  const path = location!
  const id = path.split("/").at(-1)!
  const step = (name: string, fields: Record<string, string> = {}) => guest.send(path, fields, `${path}/${name}`)
  await step("details", { email: "ada@example.com", name: "Ada", ...address })
  await step("delivery", {
    [`deliveries.${await shopOf()}`]: "standard"
  })
  const ask = async () => (await world.fetch(`/api/v1/checkouts/${id}`)).json() as Promise<any>
  return {
    ...guest,
    id,
    path,
    step,
    look: async () => (await guest.open(path)).text,
    back: () => guest.open(`${path}/paid`),
    status: async () => (await ask()).checkout_session.status as string,
    total: async () => Math.round((await ask()).checkout_session.total * 100),
    orders: () => world.sql((sql) => sql<{ total: number }>`SELECT total FROM orders WHERE checkout_id = ${id}`),
    attempts: () =>
      world.sql(
        (sql) => sql<{ id: string; status: string; reference: string | null }>`
          SELECT id, status, reference FROM attempts WHERE checkout_id = ${id} ORDER BY started_at, id`
      ),
    pages: () => [...double.books.sessions.values()].filter(({ client_reference_id }) => client_reference_id === id),
    kept: async () =>
      (await world.sql((sql) => sql<{ id: string }>`SELECT id FROM attempts WHERE checkout_id = ${id}`)).reduce(
        (sum, attempt) => sum + double.books.kept(attempt.id),
        0
      )
  }
}
type Guest = Awaited<ReturnType<typeof ready>>

const shopOf = async () =>
  (await world.sql((sql) => sql<{ shop_id: string }>`SELECT shop_id FROM listings WHERE id = ${listing}`))[0]!.shop_id

/** A guest at Stripe's page, who has only to pay there. */
const atStripe = async () => {
  const guest = await ready()
  const { location, status } = await guest.step("pay")
  assert.strictEqual(status, 303)
  const [page] = guest.pages()
  assert.strictEqual(location, page!.url)
  return { ...guest, page: page!.id }
}

const paidOnce = async (guest: Guest) => {
  assert.strictEqual(await guest.status(), "completed")
  const total = await guest.total()
  assert.deepStrictEqual(await guest.orders(), [{ total }])
  assert.strictEqual(await guest.kept(), total)
}
const notPaid = async (guest: Guest, status: string) => {
  assert.strictEqual(await guest.status(), status)
  assert.deepStrictEqual(await guest.orders(), [])
  assert.strictEqual(await guest.kept(), 0)
}

const stockOf = async () =>
  (await world.sql((sql) => sql<{ stock: number }>`SELECT stock FROM listings WHERE id = ${listing}`))[0]!.stock

describe("paying by card from the hosted checkout", () => {
  it("leads from our page to Stripe's and back to the order, for exactly the total on the button", async () => {
    const guest = await ready()
    const before = await guest.open(guest.path)
    const total = await guest.total()
    const amount = `$${(total / 100).toFixed(2)}`
    assert.include(before.text, `>Pay ${amount} by card<`)
    assert.include(before.headers.get("content-security-policy")!, `form-action 'self' ${double.url};`)
    assert.notMatch(before.text, /<script|name="card"/)

    const sent = await guest.step("pay")
    const there = await (await fetch(sent.location!)).json()
    assert.deepInclude(there as object, { total, back: `${publicUrl}${guest.path}` })
    const waiting = await guest.look()
    assert.include(
      waiting,
      `<a class="target" href="${sent.location}" rel="noreferrer">Pay ${amount} by card at Stripe</a>`
    )
    assert.include(waiting, "Nothing is charged before that.")

    const paid = await fetch(`${sent.location}/pay`, { method: "POST", redirect: "manual" })
    const back = new URL(paid.headers.get("location")!)
    assert.strictEqual(back.origin, publicUrl)
    const came = await guest.open(back.pathname)
    assert.deepStrictEqual([came.status, came.location], [303, guest.path])
    assert.include(await guest.look(), "Thank you.")
    await paidOnce(guest)

    const [attempt] = await guest.attempts()
    const [page] = guest.pages()
    assert.deepInclude(attempt!, { status: "settled", reference: page!.payment_intent })
    // Whoever holds the link could come to the page, and is not told who buys.
    assert.strictEqual(page!.customer_email, null)
    const audit = await world.sql(
      (sql) => sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${guest.id} ORDER BY id`
    )
    assert.deepStrictEqual(audit.slice(-2), [{ action: "checkouts.complete" }, { action: "payment.returned" }])
  })

  it("takes the word of Stripe alone, not of who says to have paid", async () => {
    const guest = await atStripe()
    await guest.back()
    const [leaving] = formsOf(await guest.look())
    await guest.post(`${guest.path}/bank`, { ...leaving!.hidden, answer: "confirm" })
    const said = { payment_token: "spt_test_ok", authentication_result: { outcome: "authenticated" } }
    const answer = await world.fetch(`/api/v1/checkouts/${guest.id}/complete`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(said)
    })
    assert.strictEqual(answer.status, 200)
    await notPaid(guest, "authentication_required")
    double.atPage(guest.page, "pay")
    await guest.back()
    await paidOnce(guest)
  })

  it("opens one page for a double click, and for the same button in two windows", async () => {
    const guest = await ready()
    const formOf = async () => formsOf(await guest.look()).find(({ action }) => action.endsWith("/pay"))!.hidden
    const [one, other] = [await formOf(), await formOf()]
    const clicks = await Promise.all([one, one, other].map((form) => guest.post(`${guest.path}/pay`, form)))
    const late = [
      await guest.post(`${guest.path}/pay`, one),
      await guest.post(`${guest.path}/pay`, { ...other, key: "k" })
    ]
    const [page, ...more] = guest.pages()
    assert.deepStrictEqual(more, [])
    for (const { location, status } of [...clicks, ...late]) {
      assert.strictEqual(status, 303)
      assert.include([guest.path, page!.url], location)
    }
    assert.deepStrictEqual(
      late.map(({ location }) => location),
      [page!.url, page!.url]
    )
    assert.lengthOf(await guest.attempts(), 1)
    await guest.step("leave")
  })

  for (const [first, ways] of [
    ["the buyer comes back first", (guest: Guest) => [guest.back, stripeTells]],
    ["Stripe tells first", (guest: Guest) => [stripeTells, guest.back]]
  ] as const) {
    it(`is paid once when ${first}`, async () => {
      const guest = await atStripe()
      double.atPage(guest.page, "pay")
      for (const way of ways(guest)) {
        await way()
        await paidOnce(guest)
      }
    })
  }

  it("is paid once when the buyer comes back while Stripe tells, and without anybody coming back", async () => {
    const [both, nobody] = [await atStripe(), await atStripe()]
    double.atPage(both.page, "pay")
    const [, , , , statuses] = await Promise.all([both.back(), both.back(), both.back(), both.back(), stripeTells()])
    for (const status of statuses) assert.include([200, 409, 503], status)
    await both.back()
    await paidOnce(both)
    double.atPage(nobody.page, "pay")
    await stripeTells()
    await paidOnce(nobody)
  })

  it("stays where it is after a card was declined there, and the next one pays", async () => {
    const guest = await atStripe()
    double.atPage(guest.page, "fail")
    assert.deepStrictEqual(await stripeTells(), [200, 200])
    await guest.back()
    await notPaid(guest, "authentication_required")
    double.atPage(guest.page, "pay")
    await stripeTells()
    await paidOnce(guest)
  })

  it("can be left to change something: Stripe's page is shut, and the next one asks the new total", async () => {
    const guest = await atStripe()
    const stock = await stockOf()
    assert.strictEqual((await guest.step("leave")).location, `${guest.path}#pay`)
    await notPaid(guest, "ready")
    assert.strictEqual(await stockOf(), stock + 1)
    assert.strictEqual(double.atPage(guest.page, "pay").status, 410)
    await guest.step("delivery", { [`deliveries.${await shopOf()}`]: "expedited" })
    const next = await guest.step("pay")
    const page = guest.pages().find(({ url }) => url === next.location)!
    assert.strictEqual(page.amount_total, await guest.total())
    double.atPage(page.id, "pay")
    await stripeTells()
    await paidOnce(guest)
  })

  it("is paid, and not left, by who has paid before leaving", async () => {
    const guest = await atStripe()
    double.atPage(guest.page, "pay")
    await guest.step("leave")
    await paidOnce(guest)
  })

  it("ends with the checkout: whoever comes too late can pay nowhere, and the things are on the shelf again", async () => {
    const guest = await atStripe()
    const stock = await stockOf()
    passes("31 minutes")
    await byTheClock("expire")
    await notPaid(guest, "expired")
    assert.strictEqual(await stockOf(), stock + 1)
    assert.strictEqual(double.atPage(guest.page, "pay").status, 410)
    await stripeTells()
    await notPaid(guest, "expired")
  })

  it("is paid by who paid just before its time was over, and is not ended while somebody pays", async () => {
    const [paid, paying] = [await atStripe(), await atStripe()]
    double.atPage(paid.page, "pay")
    double.atPage(paying.page, "begin")
    passes("31 minutes")
    await byTheClock("expire")
    await paidOnce(paid)
    await notPaid(paying, "authentication_required")
    double.atPage(paying.page, "pay")
    await byTheClock("expire")
    await paidOnce(paying)
  })

  it("gives back, once, what was paid against all promises after its end", async () => {
    const guest = await atStripe()
    passes("31 minutes")
    await byTheClock("expire")
    double.paidLate(guest.page)
    assert.isAbove(await guest.kept(), 0)
    await stripeTells()
    await giveBack()
    await giveBack()
    await notPaid(guest, "expired")
    assert.lengthOf(
      [...double.books.refunds.values()].filter(
        ({ payment_intent }) => payment_intent === guest.pages()[0]!.payment_intent
      ),
      1
    )
  })

  it("is open again when Stripe's own page is over first", async () => {
    const guest = await atStripe()
    // As if somebody kept it longer than Stripe keeps a page.
    await world.sql((sql) => sql`UPDATE checkouts SET expires_at = ${new Date(now + 7_200_000)} WHERE id = ${guest.id}`)
    passes("36 minutes")
    await guest.back()
    await notPaid(guest, "ready")
    await stripeTells()
    await notPaid(guest, "ready")
  })

  it("heals when nobody heard that the page was opened: it is shut, or what was paid there becomes the order", async () => {
    const [left, paid] = [await ready(), await ready()]
    double.books.opening = "unheard"
    const answers = [await left.step("pay"), await paid.step("pay")]
    double.books.opening = "works"
    assert.deepStrictEqual(
      answers.map(({ location }) => location),
      [left.path, paid.path]
    )
    assert.deepStrictEqual([await left.status(), await paid.status()], ["processing", "processing"])
    assert.include(await left.look(), "Do not pay again")
    double.atPage(paid.pages()[0]!.id, "pay")
    passes("31 seconds")
    await byTheClock("reconcile")
    await notPaid(left, "ready")
    assert.strictEqual(left.pages()[0]!.status, "expired")
    await paidOnce(paid)
    await stripeTells()
    await notPaid(left, "ready")
    await paidOnce(paid)
  })

  it("is not left while Stripe cannot be asked, and canceled with its page shut", async () => {
    const guest = await atStripe()
    double.books.away = true
    const answers = await Promise.all([guest.step("leave"), guest.back()])
    double.books.away = false
    assert.deepStrictEqual(
      answers.map(({ status }) => status),
      [503, 303]
    )
    assert.strictEqual((await world.fetch(`/api/v1/checkouts/${guest.id}/cancel`, { method: "POST" })).status, 200)
    await notPaid(guest, "canceled")
    assert.strictEqual(double.atPage(guest.page, "pay").status, 410)
  })

  it("tells Stripe the e-mail address of an account, at whose checkout nobody else is let in", async () => {
    const [ada] = await world.sql((sql) => sql<{ id: string }>`SELECT id FROM accounts ORDER BY id LIMIT 1`)
    const shippingAddress = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601", country: "US" }
    const url = await world.run(
      inTime(
        Effect.gen(function* () {
          const ordering = yield* Ordering
          const { id } = yield* ordering.open({ listingId: listing as ListingId })
          const said = { email: "ann@example.com", shippingAddress, shippingMethod: "standard" }
          yield* ordering.revise(id, said as Revision)
          return yield* ordering.payByCard(id, unrecorded, false)
        })
      ),
      { _tag: "Account", accountId: ada!.id as AccountId, scopes: [] }
    )
    const page = [...double.books.sessions.values()].find((each) => each.url === url)
    assert.strictEqual(page!.customer_email, "ann@example.com")
    const { status, text } = await person(world).open(`/checkout/${page!.client_reference_id}/paid`)
    assert.strictEqual(status, 404)
    assert.notInclude(text, page!.id)
  })

  it("asks for no other total than was in front of the button", async () => {
    const guest = await ready()
    await world.sql((sql) => sql`UPDATE listings SET price = price + 100 WHERE id = ${listing}`)
    const dearer = await guest.step("pay")
    await world.sql((sql) => sql`UPDATE listings SET price = price - 100 WHERE id = ${listing}`)
    assert.strictEqual(dearer.status, 409)
    assert.include(dearer.text, "Nothing was charged.")
    assert.deepStrictEqual(guest.pages(), [])
  })

  it("is no token that a program could send", async () => {
    const guest = await ready()
    for (const payment_token of ["hostedCard", "craftlocal/hostedCard", "Symbol(craftlocal/hostedCard)"]) {
      const answer = await world.fetch(`/api/v1/checkouts/${guest.id}/complete`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ payment_token })
      })
      const { error } = (await answer.json()) as any
      assert.deepStrictEqual([error.code, error.details.reason], ["PAYMENT_FAILED", "unknown_token"])
    }
    assert.deepStrictEqual(guest.pages(), [])
    await notPaid(guest, "ready")
  })
})
