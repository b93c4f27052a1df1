import { Schema } from "effect"
import { assert, it } from "vitest"
import { Heard } from "../../../schemas/webhooks/heard.ts"
import { inEveryWorld } from "../../worlds.ts"
import { newId, type Sending, sender } from "./signedReports.ts"

const isHeard = Schema.decodeUnknownSync(Heard, { onExcessProperty: "error" })

inEveryWorld("what the shops' own systems tell of their stock", { perMinute: 100_000 }, (world) => {
  const { at, passes, send } = sender(world)

  const tell = (body: unknown, sending?: Sending) => send("/webhooks/inventory", body, sending)
  const one = (listing: string, more: object) => ({ id: newId(), listing, occurred_at: at(), ...more })
  const only = (body: any) => {
    isHeard(body)
    assert.lengthOf(body.results, 1)
    return body.results[0]
  }

  const plain = async (at = 0) => {
    const rows = await world().sql(
      (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1 OFFSET ${at}`
    )
    return rows[0]!.id
  }
  const varied = async () => {
    const rows = await world().sql(
      (sql) => sql<{
        id: string
        names: ReadonlyArray<string>
      }>`SELECT l.id, json_agg(v.name ORDER BY v.position) AS names
        FROM listings l JOIN variants v ON v.listing_id = l.id WHERE l.status = 'active'
        GROUP BY l.id HAVING count(*) > 1 ORDER BY l.id LIMIT 1`
    )
    return rows[0]!
  }
  const shelf = async (id: string) => {
    const [row] = await world().sql(
      (sql) => sql<{ stock: number; variants: Record<string, number> | null }>`SELECT stock,
        (SELECT json_object_agg(name, stock) FROM variants WHERE listing_id = l.id) AS variants
        FROM listings l WHERE id = ${id}`
    )
    return row!
  }
  const traces = async (id: string) => {
    const rows = await world().sql(
      (sql) => sql<{ action: string }>`SELECT action FROM audit WHERE subject = ${id} AND actor = 'webhook:inventory'
        ORDER BY id`
    )
    return rows.map(({ action }) => action)
  }

  it("sets how many there are, or adds and takes away, and says how many there are then", async () => {
    const id = await plain()
    assert.deepInclude(only((await tell(one(id, { stock: 12 }))).body), { status: "applied", stock: 12 })
    assert.deepInclude(only((await tell(one(id, { delta: -2 }))).body), { status: "applied", stock: 10, change: -2 })
    assert.deepInclude(only((await tell(one(id, { delta: 5 }))).body), { status: "applied", stock: 15, change: 5 })
    assert.strictEqual((await shelf(id)).stock, 15)
    assert.deepStrictEqual(await traces(id), ["stock.reported", "stock.reported", "stock.reported"])
    const search = await world().fetch(`/api/v1/listings/${id}`)
    assert.strictEqual(((await search.json()) as any).listing.stock, 15)
  })

  it("never leaves less than nothing on a shelf, nor more than it holds", async () => {
    const id = await plain()
    await tell(one(id, { stock: 3 }))
    assert.deepInclude(only((await tell(one(id, { delta: -5 }))).body), { status: "applied", stock: 0, change: -3 })
    await tell(one(id, { stock: 1_000_000 }))
    assert.strictEqual((await tell(one(id, { delta: 1 }))).status, 400)
    assert.strictEqual((await shelf(id)).stock, 1_000_000)
  })

  it("a variant has a stock of its own, and its listing has them all", async () => {
    const { id, names } = await varied()
    for (const [at, variant] of names.entries()) await tell(one(id, { variant, stock: at + 1 }))
    const sum = (names.length * (names.length + 1)) / 2
    assert.deepStrictEqual(await shelf(id), {
      stock: sum,
      variants: Object.fromEntries(names.map((name, at) => [name, at + 1]))
    })
    const said = only((await tell(one(id, { variant: names[0]!.toUpperCase(), delta: 4 }))).body)
    assert.deepInclude(said, { stock: 5, change: 4 })
    assert.strictEqual((await shelf(id)).stock, sum + 4)
    for (const variant of [undefined, "No such", `${names[0]} `.repeat(3)]) {
      const { body, status } = await tell(one(id, { stock: 1, ...(variant !== undefined && { variant }) }))
      assert.deepStrictEqual([status, body.error.details.issues[0].path], [400, "variant"])
    }
    assert.strictEqual((await tell(one(await plain(), { stock: 1, variant: names[0] }))).status, 400)
  })

  it("is applied once, however often and by however many at once it is sent", async () => {
    const id = await plain(1)
    await tell(one(id, { stock: 100 }))
    const report = one(id, { delta: -1 })
    const answers = await Promise.all(Array.from({ length: 8 }, () => tell(report)))
    assert.strictEqual(answers.filter(({ body }) => only(body).status === "applied").length, 1)
    assert.strictEqual((await shelf(id)).stock, 99)
    assert.strictEqual(only((await tell(report)).body).status, "already_seen")
  })

  it("what is older than what is known changes nothing: counts by any later word, changes by a later count", async () => {
    const id = await plain(2)
    passes(3600)
    await tell(one(id, { stock: 20, occurred_at: at(-60) }))
    assert.deepInclude(only((await tell(one(id, { stock: 50, occurred_at: at(-61) }))).body), {
      status: "ignored",
      stock: 20,
      change: 0
    })
    assert.strictEqual(only((await tell(one(id, { delta: -7, occurred_at: at(-61) }))).body).status, "ignored")
    // Changes come in any order.
    await tell(one(id, { delta: -1, occurred_at: at(-10) }))
    await tell(one(id, { delta: -2, occurred_at: at(-30) }))
    assert.strictEqual((await shelf(id)).stock, 17)
    // This count has not seen them.
    assert.strictEqual(only((await tell(one(id, { stock: 20, occurred_at: at(-20) }))).body).status, "ignored")
    assert.strictEqual(only((await tell(one(id, { stock: 15, occurred_at: at(-10) }))).body).status, "applied")
    assert.strictEqual((await shelf(id)).stock, 15)
    assert.include(await traces(id), "stock.ignored")
  })

  it("what payments hold stays held, and comes back beside the count when it is released", async () => {
    const id = await plain(3)
    await tell(one(id, { stock: 5 }))
    const post = async (path: string, body: unknown) => {
      const answer = await world().fetch(`/api/v1${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body)
      })
      return (await answer.json()) as any
    }
    const { checkout_session } = await post("/checkouts", { listing_id: id, quantity: 2 })
    const path = `/checkouts/${checkout_session.id}`
    const shipping_address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
    await post(path, { email: "ann@example.com", shipping_address, shipping_method: "standard" })
    const challenged = await post(`${path}/complete`, { payment_token: "spt_test_3ds" })
    assert.strictEqual((challenged.checkout_session ?? challenged).status, "authentication_required")
    assert.strictEqual((await shelf(id)).stock, 3)
    assert.deepInclude(only((await tell(one(id, { stock: 1 }))).body), { stock: 1, change: -2 })
    await post(`${path}/cancel`, {})
    assert.strictEqual((await shelf(id)).stock, 3)
  })

  it("of a listing that is not there, or was taken away, is refused; drafts have a stock too", async () => {
    const id = await plain(4)
    for (const unknown of ["lst_nowhere", "nonsense", "'; --"]) {
      assert.strictEqual((await tell(one(unknown, { stock: 1 }))).status, 404)
    }
    const as = (status: string) => world().sql((sql) => sql`UPDATE listings SET status = ${status} WHERE id = ${id}`)
    await as("deleted")
    assert.strictEqual((await tell(one(id, { stock: 1 }))).status, 404)
    await as("draft")
    assert.strictEqual(only((await tell(one(id, { stock: 7 }))).body).stock, 7)
  })

  it("of a batch the good ones are applied and the bad ones are named", async () => {
    const id = await plain(5)
    const { id: many } = await varied()
    const events = [
      one(id, { stock: 9 }),
      one("lst_nowhere", { stock: 1 }),
      one(many, { stock: 1 }),
      one(id, { stock: 9, occurred_at: at(301) }),
      one(id, { stock: 4, occurred_at: at(-1) }),
      one(id, { delta: 1 })
    ]
    const { body, status } = await tell({ events })
    assert.strictEqual(status, 200)
    isHeard(body)
    assert.deepStrictEqual(
      body.results.map(({ status }: any) => status),
      ["applied", "rejected", "rejected", "rejected", "ignored", "applied"]
    )
    assert.strictEqual((await shelf(id)).stock, 10)
    const all = Array.from({ length: 500 }, () => one(id, { delta: 1 }))
    assert.strictEqual((await tell({ events: all })).status, 200)
    assert.strictEqual((await shelf(id)).stock, 510)
    assert.strictEqual((await tell({ events: [...all, one(id, { delta: 1 })] })).status, 400)
  })

  it("what is forged or cannot be read changes nothing", async () => {
    const id = await plain(6)
    const before = await shelf(id)
    const report = one(id, { stock: 77 })
    const forgeries: ReadonlyArray<Sending> = [
      { header: undefined },
      { secret: "another_secret_of_somebody" },
      { ago: 301 },
      { tampered: JSON.stringify({ ...report, stock: 78 }) }
    ]
    for (const sending of forgeries) {
      const { body, status } = await tell(report, sending)
      assert.deepStrictEqual([status, body.error.details.reason], [400, "invalid_signature"])
    }
    for (const [path, more] of [
      ["stock", {}],
      ["stock", { stock: 1, delta: 1 }],
      ["stock", { stock: -1 }],
      ["stock", { stock: 1.5 }],
      ["stock", { stock: "7" }],
      ["stock", { stock: 1_000_001 }],
      ["delta", { delta: -1_000_001 }],
      ["occurred_at", { stock: 1, occurred_at: at(301) }],
      ["id", { stock: 1, id: "x".repeat(101) }]
    ] as const) {
      const { body, status } = await tell(one(id, more))
      assert.deepStrictEqual([status, body.error.details.issues[0].path], [400, path], JSON.stringify(more))
    }
    assert.deepStrictEqual(await shelf(id), before)
    assert.deepStrictEqual(await traces(id), [])
  })
})
