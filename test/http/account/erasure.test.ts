import { createHash } from "node:crypto"
import { Effect } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { AccountId } from "../../../schemas/ids.ts"
import { Housekeeping } from "../../../src/services/Housekeeping.ts"
import { OwnData } from "../../../src/services/OwnData.ts"
import { openWorld, type World } from "../../world.ts"
import { letterTo, person } from "./person.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.dispose())

const password = "correct horse"

const call =
  (token: string, more = {}) =>
  async (method: string, path: string, body?: unknown) => {
    const answer = await world.fetch(`/api/v1${path}`, {
      method,
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...more },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    return { status: answer.status, body: (await answer.json()) as any }
  }

/** Words that stand nowhere but in what this person said of herself. */
const her = {
  email: "zenobia.quill@example.com",
  name: "Zenobia Quill",
  phone: "+1 312 555 7731",
  street: "77 Quillfeather Lane",
  note: "Ring at Quillfeather, please",
  reason: "Zenobia changed her mind"
}

/** Every column of every table that holds words of hers. */
const traces = async () => {
  const columns = await world.sql(
    (sql) => sql<{
      table_name: string
      column_name: string
    }>`SELECT table_name, column_name FROM information_schema.columns
      WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'json', 'ARRAY', 'character varying')`
  )
  const found: Array<string> = []
  for (const { column_name, table_name } of columns) {
    const rows = await world.sql(
      (sql) => sql<{ value: string }>`SELECT ${sql(column_name)}::text AS value FROM ${sql(table_name)}
        WHERE ${sql(column_name)}::text ~* 'zenobia|quill|555 ?7731'`
    )
    if (rows.length > 0) found.push(`${table_name}.${column_name}`)
  }
  return found.sort()
}

/** What was bought, sold and paid, to the cent. */
const ledger = () =>
  world.sql(
    (sql) => sql`SELECT
      (SELECT json_agg(json_build_array(id, number, owner, shop_id, status, payment_status, items_base, items_discount,
        subtotal, discount, fulfillment, tax, total, refunded, created_at) ORDER BY id) FROM orders) AS orders,
      (SELECT json_agg(l ORDER BY order_id, position) FROM order_lines l) AS lines,
      (SELECT json_agg(json_build_array(id, order_id, at, type, status, amount) ORDER BY id) FROM order_events) AS events,
      (SELECT json_agg(a ORDER BY id) FROM attempts a) AS attempts,
      (SELECT json_agg(json_build_array(id, attempt_id, order_id, amount, currency, status, reference, created_at,
        ended_at) ORDER BY id) FROM refunds) AS refunds,
      (SELECT json_agg(json_build_array(id, rating) ORDER BY id) FROM reviews) AS reviews`
  )

const shippable = async () => {
  const rows = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled AND stock > 3
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  return rows[0]!.id
}

describe("an account that is deleted", () => {
  let accountId: string
  let ask: ReturnType<typeof call>
  let open: string
  let listing: string

  beforeAll(async () => {
    const zenobia = person(world)
    await zenobia.send("/register", { name: her.name, email: her.email, password })
    const { path } = await letterTo(world, her.email)
    await zenobia.send(path, { password })
    await zenobia.send("/forgot-password", { email: her.email })
    ask = call(await world.token(her.email, "profile", "orders.read", "orders.write"))
    const { account } = (await ask("PATCH", "/account", { phone: her.phone })).body
    accountId = account.id
    listing = await shippable()
    const address = { line1: her.street, city: "Chicago", state: "IL", zip: "60601" }
    await ask("POST", "/account/addresses", { address })
    const buy = async () => {
      const { id } = (await ask("POST", "/checkouts", { listing_id: listing })).body.checkout_session
      await ask("POST", `/checkouts/${id}`, { shipping_method: "standard", pickup_notes: her.note })
      return (await ask("POST", `/checkouts/${id}/complete`, { payment_token: "spt_test_ok" })).body.order.id as string
    }
    const [canceled, delivered] = [await buy(), await buy()]
    open = await buy()
    assert.strictEqual((await ask("POST", `/orders/${canceled}/cancel`, { reason: her.reason })).status, 200)
    await world.sql((sql) => sql`UPDATE orders SET status = 'delivered' WHERE id = ${delivered}`)
    await ask("POST", "/checkouts", { listing_id: listing })
    await ask("POST", "/basket/items", { listing_id: listing })
    await world.sql(
      (sql) => sql`INSERT INTO reviews (id, listing_id, account_id, reviewer_name, rating, comment, created_at)
        VALUES ('rev_z', ${listing}, ${accountId}, ${her.name}, 4, 'Good.', now())`
    )
    const connection = JSON.stringify({ accountId, clientId: "https://assistant.example", claims: { name: her.name } })
    const interaction = JSON.stringify({ session: { accountId }, params: { login_hint: her.email } })
    await world.sql(
      (sql) => sql`INSERT INTO oidc_payload (model, id, payload)
        VALUES ('Grant', 'grant_z', ${connection}), ('Interaction', 'asked_z', ${interaction})`
    )
    await world.sql(
      (sql) => sql`INSERT INTO identities (issuer, subject, account_id, created_at)
        VALUES ('https://issuer.example', 'hash-of-who-it-is-there', ${accountId}, now())`
    )
    await world.sql(
      (sql) => sql`INSERT INTO reviews (id, listing_id, reviewer_name, rating, comment, created_at)
        VALUES ('rev_other', ${listing}, 'Somebody Else', 5, 'Fine.', now())`
    )
  }, 60_000)

  it("was told before what is kept: everything that there is", async () => {
    const { body, status } = await ask("GET", "/account/export")
    assert.strictEqual(status, 200)
    assert.deepInclude(body.account, { id: accountId, email: her.email, name: her.name, phone: her.phone })
    const { held } = body
    assert.deepStrictEqual(
      Object.fromEntries(Object.entries<ReadonlyArray<unknown>>(held).map(([kind, rows]) => [kind, rows.length > 0])),
      {
        addresses: true,
        password: true,
        sessions: true,
        links: true,
        clients: true,
        sign_ins: false,
        identities: true,
        images: false,
        orders: true,
        carts: true,
        checkouts: true,
        payments: true,
        notes: false,
        reviews: true,
        shops: false,
        requests: false,
        audit: true
      }
    )
    assert.strictEqual(held.orders.length, 3)
    assert.isAtLeast(held.orders[0].lines.length, 1)
    assert.strictEqual(held.checkouts.length, 4)
    const text = JSON.stringify(body)
    for (const each of [her.street, her.note, her.reason]) assert.include(text, each)
    const [secrets] = await world.sql(
      (sql) => sql<{ all: ReadonlyArray<string> }>`SELECT array_agg(hash) AS all FROM (
        SELECT hash FROM passwords UNION ALL SELECT hash FROM browser_sessions UNION ALL SELECT hash FROM mailed_links) h`
    )
    for (const hash of secrets!.all) assert.notInclude(text, hash)
    // Whoever holds words of hers is named in the export, or is one of these.
    assert.includeMembers(
      ["accounts", "addresses", "checkouts", "oidc_payload", "order_events", "orders", "refunds", "reviews"],
      [...new Set((await traces()).map((each) => each.split(".")[0]!))]
    )
  })

  it("is not deleted by mistake", async () => {
    for (const confirm of ["", "yes", "buyer@craftlocal.test", accountId, "\0"]) {
      const { body, status } = await ask("DELETE", "/account", { confirm, password })
      assert.deepStrictEqual([status, body.error.code], [400, "VALIDATION_ERROR"], confirm)
    }
    assert.strictEqual((await ask("DELETE", "/account")).status, 400)
    assert.strictEqual((await ask("GET", "/account")).status, 200)
  })

  it("is not deleted by whoever may act for its owner, and does not know the password", async () => {
    const outcome = async (body: object, headers = {}) => {
      const token = await world.token(her.email, "profile", "orders.write")
      const answer = await call(token, headers)("DELETE", "/account", body)
      return [answer.status, answer.body.error.details.issues?.[0].path]
    }
    for (const wrong of [undefined, "", "wrong horse", "\0"]) {
      assert.deepStrictEqual(await outcome({ confirm: her.email, password: wrong }), [400, "password"], wrong)
    }
    const query = `?confirm=${encodeURIComponent(her.email)}&password=${encodeURIComponent(password)}`
    assert.strictEqual((await ask("DELETE", `/account${query}`)).status, 400, "no password belongs into an address")
    for (let turn = 0; turn < 8; turn++) await outcome({ confirm: her.email, password: `guess ${turn}` })
    assert.strictEqual((await outcome({ confirm: her.email, password }))[0], 429)
    world.passes("1 minute")
    assert.strictEqual((await ask("GET", "/account")).status, 200)
  })

  it("keeps no word of the password, whatever key the request came with", async () => {
    const key = { "idempotency-key": "erasure-0001" }
    const refused = await call(await world.token(her.email, "profile", "orders.write"), key)("DELETE", "/account", {
      confirm: "x@example.com",
      password
    })
    assert.strictEqual(refused.status, 400)
    const kept = await world.sql(
      (sql) => sql<{ fingerprint: string }>`SELECT fingerprint FROM idempotency WHERE key = 'erasure-0001'`
    )
    const sha256 = (body: unknown) => createHash("sha256").update(JSON.stringify(body)).digest("hex")
    assert.deepStrictEqual(kept, [{ fingerprint: sha256({ confirm: "x@example.com" }) }])
    await world.sql((sql) => sql`DELETE FROM idempotency WHERE key = 'erasure-0001'`)
  })

  it("needs no password where it has none, because its people sign in elsewhere", async () => {
    await world.sql(
      (sql) =>
        sql`INSERT INTO accounts (id, email, name, roles) VALUES ('acc_elsewhere', 'far@example.com', 'Far', '{buyer}')`
    )
    const own = { _tag: "Account", accountId: AccountId.make("acc_elsewhere"), scopes: [] } as const
    await world.run(
      Effect.flatMap(OwnData, ({ vouch }) => vouch(undefined)),
      own
    )
    await world.sql((sql) => sql`DELETE FROM accounts WHERE id = 'acc_elsewhere'`)
  })

  it("is not deleted while a payment is under way, nor while its shop has something to send", async () => {
    await world.sql(
      (sql) =>
        sql`UPDATE checkouts SET state = 'Paying' WHERE owner = ${`account:${accountId}`} AND state IN ('Open', 'Ready')`
    )
    const paying = await ask("DELETE", "/account", { confirm: her.email, password })
    assert.deepStrictEqual([paying.status, paying.body.error.code], [409, "CONFLICT"])
    await world.sql(
      (sql) => sql`UPDATE checkouts SET state = 'Ready' WHERE owner = ${`account:${accountId}`} AND state = 'Paying'`
    )
    const seller = call(await world.token("seller@craftlocal.test", "profile", "orders.write"))
    const selling = await seller("DELETE", "/account", { confirm: "seller@craftlocal.test", password: "demo-seller" })
    assert.deepStrictEqual([selling.status, selling.body.error.code], [409, "CONFLICT"])
    assert.match(selling.body.error.message, /open order/)
    assert.strictEqual((await seller("GET", "/account")).status, 200)
  })

  it("leaves the books as they were, and the person nowhere but on the order that is still being made", async () => {
    const before = await ledger()
    const { body, status } = await ask("DELETE", "/account", { confirm: " Zenobia.Quill@Example.com ", password })
    assert.deepStrictEqual([status, body], [200, { erased: true }])
    assert.deepStrictEqual(await ledger(), before)
    const ofOpen = await world.sql(
      (sql) =>
        sql<{ id: string }>`SELECT id FROM orders WHERE owner = ${`account:${accountId}`} AND buyer_name = ${her.name}`
    )
    assert.deepStrictEqual(ofOpen, [{ id: open }])
    assert.deepStrictEqual(await traces(), [
      "checkouts.data",
      "orders.address",
      "orders.buyer_email",
      "orders.buyer_name",
      "orders.buyer_phone",
      "orders.pickup_notes"
    ])
    // Its token is remembered for a while; nothing can be begun with it.
    const address = { line1: her.street, city: "Chicago", state: "IL", zip: "60601" }
    assert.deepStrictEqual(
      [
        await ask("POST", "/account/addresses", { address }),
        await ask("PATCH", "/account", { name: her.name }),
        await ask("POST", "/basket/items", { listing_id: listing }),
        await ask("POST", "/checkouts", { listing_id: listing })
      ].map(({ body, status }) => [status, body.error?.message]),
      Array(4)
        .fill([401, "The token was taken back. Sign in and try again."])
        .with(1, [401, "The account is gone. Sign in and try again."])
    )
    const zenobia = person(world)
    world.passes("2 minutes")
    assert.strictEqual((await zenobia.signIn(her.email, password)).status, 401)
    assert.strictEqual((await ask("GET", "/account")).status, 401)
  })

  it("leaves its last order once that is sent", async () => {
    const before = await ledger()
    const sweep = Effect.flatMap(Housekeeping, ({ sweep }) => sweep)
    await world.sql(
      (
        sql
      ) => sql`INSERT INTO addresses (id, account_id, address, is_default, created_at) VALUES ('adr_late', ${accountId},
        '{"line1": "1 Main St", "city": "Portland", "state": "OR", "zip": "97201", "country": "US"}', false, now())`
    )
    await world.sql(
      (sql) => sql`INSERT INTO carts (id, owner, channel, created_at, updated_at, expires_at)
        VALUES ('crt_late', ${`account:${accountId}`}, 'rest', now(), now(), '2030-01-01')`
    )
    await world.run(sweep)
    const late = await world.sql(
      (sql) => sql`SELECT id FROM addresses WHERE id = 'adr_late' UNION SELECT id FROM carts WHERE id = 'crt_late'`
    )
    assert.deepStrictEqual(late, [])
    assert.notDeepEqual(await traces(), [])
    await world.sql((sql) => sql`UPDATE orders SET status = 'shipped' WHERE id = ${open}`)
    await world.run(sweep)
    assert.deepStrictEqual(await traces(), [])
    await world.sql((sql) => sql`UPDATE orders SET status = 'pending' WHERE id = ${open}`)
    assert.deepStrictEqual(await ledger(), before)
    const [review] = await world.sql(
      (sql) => sql`SELECT reviewer_name, rating, account_id FROM reviews WHERE id = 'rev_z'`
    )
    assert.deepStrictEqual(review, { reviewer_name: "Deleted account", rating: 4, account_id: null })
    const [other] = await world.sql((sql) => sql`SELECT reviewer_name FROM reviews WHERE id = 'rev_other'`)
    assert.deepStrictEqual(other, { reviewer_name: "Somebody Else" })
  })

  it("frees its e-mail for a new account, which is another one", async () => {
    world.passes("2 minutes")
    const zenobia = person(world)
    await zenobia.send("/register", { name: her.name, email: her.email, password })
    const { path, subject } = await letterTo(world, her.email)
    assert.strictEqual(subject, "CraftLocal: confirm your e-mail address")
    await zenobia.send(path, { password })
    const { orders } = (await call(await world.token(her.email, "orders.read"))("GET", "/orders")).body
    assert.deepStrictEqual(orders, [])
  })

  it("can be deleted on its page, by whoever knows the password", async () => {
    const zenobia = person(world)
    await zenobia.signIn(her.email, password)
    const wrong = await zenobia.send("/account", { confirm: her.email, password: "wrong horse" }, "/account/delete")
    assert.strictEqual(wrong.status, 401)
    const unsure = await zenobia.send("/account", { confirm: "x@example.com", password }, "/account/delete")
    assert.match(unsure.text, /id="delete-confirm-error"/)
    const gone = await zenobia.send("/account", { confirm: her.email, password }, "/account/delete")
    assert.strictEqual(gone.location, "/sign-in?notice=erased")
    assert.isFalse(await zenobia.isSignedIn())
    assert.deepStrictEqual(await traces(), [])
  })
})
