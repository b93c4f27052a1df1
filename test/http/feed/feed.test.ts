import { Schema } from "effect"
import { assert, it } from "vitest"
import { FeedMetadata, type FeedProduct, FeedProduct as FeedProductSchema } from "../../../schemas/acp/feed.ts"
import { OpenAiItem } from "../../../schemas/feed/OpenAiItem.ts"
import { feedExamples, feedFaults } from "../../acp/bundle.ts"
import { dawn, publicUrl, type World } from "../../world.ts"
import { inEveryWorld } from "../../worlds.ts"

const strict = { onExcessProperty: "error" } as const
const isProduct = Schema.decodeUnknownSync(FeedProductSchema, strict)
const isItem = Schema.decodeUnknownSync(OpenAiItem, strict)
const isMetadata = Schema.decodeUnknownSync(FeedMetadata, strict)

const linesOf = async <A>(world: World, path: string): Promise<ReadonlyArray<A>> => {
  const answer = await world.fetch(path)
  assert.strictEqual(answer.status, 200)
  assert.match(answer.headers.get("content-type")!, /^application\/jsonl/)
  const text = await answer.text()
  assert.match(text, /\n$/)
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
}

const active = (world: World) =>
  world.sql(
    (sql) => sql<{ id: string; title: string; price: number; stock: number; variants: ReadonlyArray<any> }>`
      SELECT l.id, l.title, l.price, l.stock,
        (SELECT coalesce(json_agg(v ORDER BY v.position), '[]') FROM variants v WHERE v.listing_id = l.id) AS variants
      FROM listings l WHERE l.status = 'active' ORDER BY l.id`
  )

/** A minute later, when what is told may be looked at anew. */
const read = async (world: World, path: string, headers: Record<string, string> = {}) => {
  const answer = await world.fetch(path, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

inEveryWorld("the feeds", {}, (world) => {
  it("tell every active listing once, each line right by the official schema", async () => {
    const rows = await active(world())
    assert.isAtLeast(rows.length, 300)
    const products = await linesOf<FeedProduct>(world(), "/feed/products.jsonl")
    for (const product of products) {
      assert.deepStrictEqual(feedFaults("Product", product), [])
      isProduct(product)
    }
    assert.deepStrictEqual(
      products.map(({ id }) => id),
      rows.map(({ id }) => id)
    )
    for (const [at, { price, stock, variants }] of rows.entries()) {
      const told = products[at]!.variants
      assert.deepStrictEqual(
        told.map(({ availability, price }) => [price.amount, price.currency, availability.available]),
        variants.length === 0
          ? [[price, "USD", stock > 0]]
          : variants.map((each) => [price + each.price_delta, "USD", each.stock > 0])
      )
    }
    assert.isTrue(products.some(({ variants }) => variants.length > 1))
    assert.isTrue(products.some(({ variants }) => variants.some(({ availability }) => !availability.available)))
  })

  it("the judge of these lines is one that refuses", () => {
    const [good] = feedExamples.upsert_products_request_single_product.products
    assert.deepStrictEqual(feedFaults("Product", good), [])
    assert.isNotEmpty(feedFaults("Product", { ...good, price: 1 }))
    const [variant] = good.variants
    const dear = { ...variant, price: { amount: 19.99, currency: "usd" } }
    assert.lengthOf(feedFaults("Product", { ...good, variants: [dear] }), 2)
  })

  it("ACP's metadata says what the feed is called and since when it is so", async () => {
    const metadata = JSON.parse((await read(world(), "/feed/metadata.json")).text)
    assert.deepStrictEqual(feedFaults("FeedMetadata", metadata), [])
    isMetadata(metadata)
    assert.strictEqual(new Date(metadata.updated_at).getTime(), dawn.getTime())
  })

  it("every variant's id opens a checkout by an agent, at the price of the feed", async () => {
    const products = await linesOf<FeedProduct>(world(), "/feed/products.jsonl")
    const varied = products.find(({ variants }) => variants.filter((each) => each.availability.available).length > 1)!
    const plain = products.find(({ variants }) => variants.length === 1 && variants[0]!.availability.available)!
    for (const { id, price } of [...varied.variants, ...plain.variants].filter((each) => each.availability.available)) {
      const answer = await world().fetch("/checkout_sessions", {
        method: "POST",
        headers: {
          authorization: "Bearer acp_demo_key",
          "api-version": "2026-04-17",
          "idempotency-key": `feed-${id}`,
          "content-type": "application/json"
        },
        body: JSON.stringify({ line_items: [{ id }], currency: "usd", capabilities: {} })
      })
      const session = (await answer.json()) as any
      assert.strictEqual(answer.status, 201, JSON.stringify(session))
      assert.strictEqual(session.line_items[0].item.id, id)
      const base = session.line_items[0].totals.find(({ type }: any) => type === "items_base_amount")
      assert.strictEqual(base.amount, price.amount)
    }
  })

  it("every address in them is whole, and is there", async () => {
    const products = await linesOf<FeedProduct>(world(), "/feed/products.jsonl")
    const [{ media, url, variants }] = products as [FeedProduct]
    const addresses = [url, ...media.map(({ url }) => url), ...variants[0]!.marketplace.links.map(({ url }) => url)]
    for (const address of addresses) {
      assert.isTrue(address.startsWith(`${publicUrl}/`), address)
      assert.strictEqual((await world().fetch(address)).status, 200, address)
    }
  })

  it("OpenAI's has a line for each thing that can be bought, in the words of its field reference", async () => {
    const products = await linesOf<FeedProduct>(world(), "/feed/products.jsonl")
    const items = await linesOf<OpenAiItem>(world(), "/feed/openai.jsonl")
    for (const item of items) isItem(item)
    assert.deepStrictEqual(
      items.map(({ availability, is_eligible_checkout, item_id, price }) => [
        item_id,
        price,
        availability,
        is_eligible_checkout
      ]),
      products.flatMap(({ variants }) =>
        variants.map(({ availability, id, price }) => [
          id,
          `${(price.amount / 100).toFixed(2)} USD`,
          availability.status,
          availability.available
        ])
      )
    )
  })

  it("leaves out what OpenAI would not take, and shortens what is too long", async () => {
    const [first, second, third] = (await active(world())).filter(({ variants }) => variants.length === 0)
    await world().sql(
      (sql) =>
        sql`UPDATE listings SET title = ${"🙂".repeat(80)}, description = ${"d".repeat(6000)} WHERE id = ${first!.id}`
    )
    await world().sql((sql) => sql`UPDATE listings SET images = '{}' WHERE id = ${second!.id}`)
    await world().sql(
      (sql) => sql`INSERT INTO variants (listing_id, name, stock, position)
        VALUES (${third!.id}, ${"long ".repeat(20)}, 1, 1), (${third!.id}, 'Short', 1, 2)`
    )
    const items = await linesOf<OpenAiItem>(world(), "/feed/openai.jsonl")
    const of = (id: string) => items.filter(({ group_id }) => group_id === id)
    for (const item of items) isItem(item)
    assert.isTrue(of(first!.id)[0]!.title.isWellFormed())
    assert.deepStrictEqual(of(second!.id), [])
    assert.deepStrictEqual(
      of(third!.id).map(({ item_id }) => item_id),
      [`${third!.id}:Short`]
    )
    // ACP knows no such limits.
    for (const product of await linesOf(world(), "/feed/products.jsonl")) {
      assert.deepStrictEqual(feedFaults("Product", product), [])
    }
  })

  it("drafts, and what was taken away or waits for review, are told nowhere", async () => {
    const rows = await active(world())
    for (const [at, status] of ["draft", "pending_review", "deleted", "sold"].entries()) {
      await world().sql((sql) => sql`UPDATE listings SET status = ${status} WHERE id = ${rows[at]!.id}`)
    }
    for (const path of ["/feed/products.jsonl", "/feed/openai.jsonl"]) {
      const { text } = await read(world(), path)
      for (const { id } of rows.slice(0, 4)) assert.notInclude(text, id)
    }
    assert.lengthOf(await linesOf(world(), "/feed/products.jsonl"), rows.length - 4)
  })

  it("who has them already is told so, until something changes that they tell", async () => {
    for (const path of ["/feed/products.jsonl", "/feed/openai.jsonl", "/feed/metadata.json"]) {
      world().passes("61 seconds")
      const first = await read(world(), path)
      const etag = first.headers.get("etag")!
      const since = first.headers.get("last-modified")!
      assert.include(first.headers.get("cache-control")!, "max-age")
      for (const headers of [
        { "if-none-match": etag },
        { "if-none-match": `"other", ${etag}` },
        { "if-none-match": "*" },
        { "if-modified-since": since }
      ] as ReadonlyArray<Record<string, string>>) {
        const again = await read(world(), path, headers)
        assert.deepStrictEqual([again.status, again.text], [304, ""])
        assert.strictEqual(again.headers.get("etag"), etag)
      }
      const [some] = (await active(world())).filter(({ stock, variants }) => stock > 2 && variants.length === 0)
      const is = (statement: "fewer" | "none" | "more") =>
        world().sql(
          (sql) => sql`UPDATE listings SET stock = ${{ fewer: 1, none: 0, more: 50 }[statement]} WHERE id = ${some!.id}`
        )
      // One piece less is nothing that they tell.
      await is("fewer")
      world().passes("61 seconds")
      assert.strictEqual((await read(world(), path, { "if-none-match": etag })).status, 304)
      await is("none")
      world().passes("61 seconds")
      const changed = await read(world(), path, { "if-none-match": etag, "if-modified-since": since })
      assert.strictEqual(changed.status, 200)
      assert.notStrictEqual(changed.headers.get("etag"), etag)
      assert.isAbove(Date.parse(changed.headers.get("last-modified")!), Date.parse(since))
      assert.strictEqual((await read(world(), path, { "if-modified-since": since })).status, 200)
      await is("more")
    }
  })

  it("what breaks in the middle does not end as if it were the whole", async () => {
    await world().sql(
      (sql) => sql`INSERT INTO listings (id, shop_id, title, description, price, category, city, stock, status, channel)
        SELECT 'lst_many' || n, shop_id, title, description, price, category, city, 1, 'active', 'demo'
        FROM (SELECT * FROM listings WHERE status = 'active' ORDER BY id LIMIT 1) l, generate_series(1, 5000) n`
    )
    const rows = await active(world())
    assert.lengthOf(await linesOf(world(), "/feed/products.jsonl"), rows.length)
    const broken = await world().fetch("/feed/products.jsonl")
    const reader = broken.body!.getReader()
    assert.isFalse((await reader.read()).done)
    await world().sql((sql) => sql`ALTER TABLE listings RENAME TO listings_away`)
    const readOn = async (): Promise<"whole" | "broken"> => {
      try {
        for (;;) if ((await reader.read()).done) return "whole"
      } catch {
        return "broken"
      }
    }
    const end = await readOn()
    await world().sql((sql) => sql`ALTER TABLE listings_away RENAME TO listings`)
    assert.strictEqual(end, "broken")
    await world().sql((sql) => sql`DELETE FROM listings WHERE id LIKE 'lst_many%'`)
  })

  it("a variant that is gone, dearer or renamed changes them too", async () => {
    const etagNow = async () => {
      world().passes("61 seconds")
      return (await read(world(), "/feed/products.jsonl")).headers.get("etag")!
    }
    const [varied] = (await active(world())).filter(({ variants }) => variants.length > 1)
    const [{ name }] = varied!.variants as [{ name: string }]
    const seen = new Set([await etagNow()])
    for (const change of [{ stock: 0 }, { price_delta: 777 }, { name: "Renamed" }] as ReadonlyArray<
      Record<string, unknown>
    >) {
      await world().sql(
        (sql) => sql`UPDATE variants SET ${sql.update(change)}
          WHERE listing_id = ${varied!.id} AND name IN (${name}, 'Renamed')`
      )
      seen.add(await etagNow())
    }
    assert.strictEqual(seen.size, 4)
  })
})

inEveryWorld("the feeds of a busy address", { perMinute: 3 }, (world) => {
  it("are counted like everything that strangers ask for", async () => {
    const statuses: Array<number> = []
    for (let turn = 0; turn < 4; turn++) statuses.push((await read(world(), "/feed/metadata.json")).status)
    assert.deepStrictEqual(statuses, [200, 200, 200, 429])
  })
})
