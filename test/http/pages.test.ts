import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { checkoutPage } from "../../src/http/pages/checkout/checkoutPage.ts"
import { html } from "../../src/http/pages/html.ts"
import { style } from "../../src/http/pages/style.ts"
import { formsOf, person } from "./account/person.ts"
import { openWorld, type World } from "./restWorld.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())

const chicago = { line1: "2 Secret St", city: "Chicago", state: "IL", zip: "60601" }
const opened = async (listing: string, token?: string) =>
  (await world.post("/api/v1/checkouts", { listing_id: listing }, { token })).body.checkout_session

const bought = async (listing: string) => {
  const { id } = await opened(listing)
  const buyer = { email: "hidden@example.com", shipping_address: chicago, shipping_method: "standard" }
  await world.post(`/api/v1/checkouts/${id}`, buyer)
  return (await world.post(`/api/v1/checkouts/${id}/complete`, { payment_token: "spt_test_ok" })).body
}

describe("every page", () => {
  it.each([
    "/",
    "/docs",
    "/terms",
    "/privacy",
    "/support",
    "/l/lst_mug",
    "/shops/shp_kiln",
    "/orders/ord_nobody",
    "/checkout/chk_nobody",
    "/cart/crt_nobody"
  ])("%s has no scripts, one title, one heading, and a policy that allows its own stylesheet only", async (path) => {
    const { headers, text } = await world.get(path)
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
    expect(text).not.toMatch(/<script|\son\w+=|javascript:/i)
    expect(text.match(/<h1>/g)).toHaveLength(1)
    expect(text).toMatch(/<html lang="en">[\s\S]*<title>[^<]+ · CraftLocal<\/title>[\s\S]*<main id="main">/)
    const [, css] = /<style>([\s\S]*?)<\/style>/.exec(text)!
    const hash = createHash("sha256").update(css!).digest("base64")
    expect(headers.get("content-security-policy")).toBe(
      `default-src 'self'; script-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; object-src 'none'`
    )
    expect(headers.get("x-content-type-options")).toBe("nosniff")
  })

  it("tags are closed where they were opened", async () => {
    for (const path of [
      "/",
      "/docs",
      "/terms",
      "/privacy",
      "/support",
      "/l/lst_mug",
      "/l/lst_nasty",
      "/shops/shp_loom"
    ]) {
      const { text } = await world.get(path)
      const open: Array<string> = []
      for (const [, slash, tag] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
        if (["meta", "img", "br", "link", "input"].includes(tag!)) continue
        if (slash === "") open.push(tag!)
        else expect(open.pop(), path).toBe(tag)
      }
      expect(open, path).toEqual([])
    }
  })
})

describe("a listing", () => {
  it("shows its photo, price, choices and shop", async () => {
    const { headers, status, text } = await world.get("/l/lst_mug")
    expect(status).toBe(200)
    expect(headers.get("cache-control")).toBe("no-store")
    expect(text).toContain('<img class="photo" src="/images/lst_mug/1.svg" alt="Blue Mug">')
    expect(text).toContain('<a href="/shops/shp_kiln">Clay &amp; Kiln</a>')
    expect(text).toContain('<meta property="og:title" content="Blue Mug">')
    for (const words of ["$28.00", "5 available", "Small: $25.00, 2 available", "Ships for $5.00.", "30 days"])
      expect(text).toContain(words)
  })

  it("is bought from its page: a form opens a checkout, once however often it is sent", async () => {
    const ada = person(world)
    const [form] = formsOf((await ada.open("/l/lst_mug")).text)
    const fields = { ...form!.hidden, variant: "Large", quantity: "2" }
    const [first, again] = [await ada.post("/l/lst_mug", fields), await ada.post("/l/lst_mug", fields)]
    expect(first.status).toBe(303)
    expect(again.location).toBe(first.location)
    const { text } = await ada.open(first.location!)
    for (const words of ["Blue Mug", "(Large)", "$66.00"]) expect(text).toContain(words)
  })

  it("tells beside the field what is wrong with it, keeps what was chosen, and opens nothing", async () => {
    const ada = person(world)
    const many = await ada.send("/l/lst_mug", { variant: "Large", quantity: "400" })
    expect(many.status).toBe(400)
    expect(many.text).toMatch(/id="quantity-error">[^<]+/)
    expect(many.text).toMatch(/value="400" aria-describedby="quantity-error" aria-invalid="true"/)
    expect(many.text).toContain('<option value="Large" selected>')
    const short = await ada.send("/l/lst_mug", { variant: "Large", quantity: "4" })
    expect([short.status, short.text.includes("Only 3 of Blue Mug (Large) left")]).toEqual([409, true])
    expect((await ada.send("/l/lst_mug", { variant: "Huge", quantity: "1" })).text).toContain("choose one of")
    const forged = await ada.post("/l/lst_mug", { variant: "Large", quantity: "1" })
    expect([forged.status, forged.location]).toEqual([403, null])
  })

  it("that is sold out says so, and offers nothing to send", async () => {
    await world.rows((sql) => sql`UPDATE listings SET stock = 0 WHERE id = 'lst_bowl' RETURNING 1`)
    const { text } = await world.get("/l/lst_bowl")
    await world.rows((sql) => sql`UPDATE listings SET stock = 9 WHERE id = 'lst_bowl' RETURNING 1`)
    expect(text).toContain("This is sold out")
    expect(formsOf(text)).toEqual([])
  })

  it("with a nasty title is text, not markup", async () => {
    const { text } = await world.get("/l/lst_nasty")
    expect(text).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;")
    expect(text).not.toMatch(/<script|<img src=x/)
  })

  it("that is not there is a page with status 404", async () => {
    for (const id of ["lst_nobody", "%00", "x".repeat(2000), "%3Cscript%3E"]) {
      const { status, text } = await world.get(`/l/${id}`)
      expect(status).toBe(404)
      expect(text).toContain("There is no such listing")
      expect(text).not.toContain("<script")
    }
  })
})

describe("a shop", () => {
  it("shows its city, rating, policies and what it sells", async () => {
    const { headers, status, text } = await world.get("/shops/shp_kiln")
    expect(status).toBe(200)
    expect(headers.get("cache-control")).toBe("public, max-age=300")
    expect(headers.getSetCookie()).toEqual([])
    for (const words of [
      "<h1>Clay &amp; Kiln</h1>",
      "Chicago, IL",
      "rated 4.8 of 5 by 12 buyers",
      "30 days",
      "2 listings"
    ])
      expect(text).toContain(words)
    expect([...text.matchAll(/href="\/l\/(\w+)"/g)].map(([, id]) => id).sort()).toEqual(["lst_bowl", "lst_mug"])
    expect((await world.get("/shops/shp_loom")).text).not.toMatch(/<script>|<img src=x/)
  })

  it("has pages, and none beyond the last", async () => {
    await world.rows(
      (sql) => sql`INSERT INTO listings (id, shop_id, title, description, price, category, city, stock, status, channel)
        SELECT 'lst_cup' || i, 'shp_kiln', 'Cup ' || i, 'Small.', 900, 'ceramics', 'chicago', 1, 'active', 'demo'
        FROM generate_series(1, 23) i RETURNING 1`
    )
    const pages = await Promise.all(
      ["", "?page=2", "?page=3", "?page=x"].map((at) => world.get(`/shops/shp_kiln${at}`))
    )
    await world.rows((sql) => sql`DELETE FROM listings WHERE title LIKE 'Cup %' RETURNING 1`)
    const [first, second, beyond, odd] = pages.map(({ text }) => text)
    expect(first!.match(/href="\/l\//g)).toHaveLength(24)
    expect(first).toContain('<a href="/shops/shp_kiln?page=2">Older</a>')
    expect(second!.match(/href="\/l\//g)).toHaveLength(1)
    expect(second).toContain('<a href="/shops/shp_kiln">Newer</a>')
    expect(beyond).toContain("There is nothing on this page.")
    expect(odd).toBe(first)
  })

  it("that is not there is a page with status 404", async () => {
    for (const id of ["shp_nobody", "%00", "x".repeat(2000)]) {
      const { status, text } = await world.get(`/shops/${id}`)
      expect([status, text.includes("There is no such shop")]).toEqual([404, true])
    }
  })
})

describe("the colours of the pages", () => {
  const colours = (css: string) =>
    Object.fromEntries(
      [...css.matchAll(/(--[\w-]+): [^;]*light-dark\((#\w+), (#\w+)\)/g)].map(([, name, ...pair]) => [name!, pair])
    )

  it("are those of the widgets, by light and by dark", () => {
    const theme = colours(readFileSync(new URL("../../widgets/kit/theme.css", import.meta.url), "utf8"))
    const own = colours(style)
    expect(Object.keys(own)).toContain("--accent")
    for (const [name, pair] of Object.entries(own)) expect(theme[name], name).toEqual(pair)
  })
})

describe("an order", () => {
  it("of a guest is shown by its link, without e-mail and address", async () => {
    const { order } = await bought("lst_nasty")
    const { headers, status, text } = await world.get(`/orders/${order.id}`)
    expect(status).toBe(200)
    expect(headers.get("cache-control")).toBe("no-store")
    for (const words of [
      order.order_number,
      "Received by the shop",
      "$10.00",
      `$${order.total.toFixed(2)}`,
      "expected by"
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/hidden@example|Secret St|<script/)
  })

  it("of a guest is canceled on its page by who knows its e-mail address, once, while that is allowed", async () => {
    const { order } = await bought("lst_nasty")
    const guest = person(world)
    const path = `/orders/${order.id}`
    const page = (await guest.open(path)).text
    expect(page).toContain("they must also know the e-mail address it was placed with")
    const [form] = formsOf(page)
    for (const [turn, email] of ["", "@", "other@example.com", "hidden@example.co"].entries()) {
      const wrong = await guest.post(form!.action, { ...form!.hidden, key: `wrong-${turn}`, email })
      expect([wrong.status, /id="email-error">This is not the e-mail/.test(wrong.text)]).toEqual([400, true])
      expect(wrong.text).not.toContain("hidden@example.com")
    }
    expect((await guest.open(path)).text).toContain("Received by the shop")
    const long = await guest.post(form!.action, { ...form!.hidden, key: "long", reason: "x".repeat(501) })
    expect([long.status, /id="reason-error">[^<]+/.test(long.text)]).toEqual([400, true])
    const fields = { ...form!.hidden, email: " Hidden@Example.com", reason: "<script>changed</script>" }
    const sent = [await guest.post(form!.action, fields), await guest.post(form!.action, fields)]
    expect(sent.map(({ location, status }) => [status, location])).toEqual(Array(2).fill([303, path]))
    const { text } = await guest.open(path)
    expect(text).toContain("Cancelled")
    expect(text).not.toContain("<script")
    expect(formsOf(text)).toEqual([])
    const late = await guest.post(form!.action, { ...fields, key: "late" })
    expect([late.status, late.text.includes("This order is canceled already.")]).toEqual([409, true])
    expect((await person(world).post(form!.action, fields)).status).toBe(403)
    const guesses = []
    for (let turn = 0; turn < 10; turn++)
      guesses.push((await guest.post(form!.action, { ...fields, key: `guess-${turn}` })).status)
    expect([guesses[0], guesses.at(-1)]).toEqual([409, 429])
  })

  it("shows where its parcel is", async () => {
    const { order } = await bought("lst_nasty")
    await world.rows(
      (sql) => sql`UPDATE orders SET status = 'shipped', carrier = 'usps', tracking_number = '9400<b>',
        tracking_url = 'https://tools.usps.com/x' WHERE id = ${order.id} RETURNING 1`
    )
    const { text } = await world.get(`/orders/${order.id}`)
    for (const words of ["On its way", "USPS has it", "9400&lt;b&gt;", 'href="https://tools.usps.com/x"'])
      expect(text).toContain(words)
    expect(formsOf(text)).toEqual([])
  })

  it("tells what has happened to it, and what went back", async () => {
    const { order } = await bought("lst_nasty")
    await world.post(`/api/v1/orders/${order.id}/cancel`, { reason: "<script>changed</script>" })
    const { text } = await world.get(`/orders/${order.id}`)
    for (const words of ["Cancelled", "Ordered and paid", "Canceled"]) expect(text).toContain(words)
    expect(text).not.toContain("<script")
  })

  it("of an account is not there, with a hint to sign in", async () => {
    const token = await world.token("acc_ada")
    const { id } = await opened("lst_bowl", token)
    const paid = await world.post(`/api/v1/checkouts/${id}/complete`, { payment_token: "spt_test_ok" }, { token })
    for (const path of [`/orders/${paid.body.order.id}`, `/checkout/${id}`]) {
      const { status, text } = await world.get(path, { token })
      expect(status).toBe(404)
      expect(text).toContain("sign in")
    }
  })
})

describe("an invoice", () => {
  const boughtBy = async (token: string) => {
    const { id } = await opened("lst_mug2", token)
    await world.post(
      `/api/v1/checkouts/${id}`,
      { discount_codes: ["WELCOME10"], shipping_method: "standard" },
      { token }
    )
    return (await world.post(`/api/v1/checkouts/${id}/complete`, { payment_token: "spt_test_ok" }, { token })).body
      .order
  }
  beforeAll(() =>
    world.rows(
      (
        sql
      ) => sql`INSERT INTO listings (id, shop_id, title, description, price, category, city, stock, shipping_enabled,
          shipping_cost, status, channel)
        VALUES ('lst_mug2', 'shp_kiln', 'Plain <Mug>', 'Plain.', 2000, 'ceramics', 'chicago', 50, true, 500, 'active', 'demo')
        RETURNING 1`
    )
  )

  it("is told to its buyer and to its shop, in full, as a page to print", async () => {
    const ada = await world.token("acc_ada")
    const order = await boughtBy(ada)
    const detail = (await world.get(`/api/v1/orders/${order.id}`, { token: ada })).body.order
    const page = `http://localhost:3001/orders/${order.id}`
    expect([detail.url, detail.invoice_url]).toEqual([page, `${page}/invoice`])
    for (const account of ["acc_ada", "acc_kiln"]) {
      const token = await world.token(account, ["orders.read"])
      const { headers, status, text } = await world.get(`/api/v1/orders/${order.id}/invoice`, { token })
      expect(status).toBe(200)
      expect(headers.get("content-type")).toBe("text/html; charset=utf-8")
      expect(headers.get("cache-control")).toBe("no-store")
      for (const words of [
        `Invoice ${order.order_number ?? order.confirmation_number}`,
        "Clay &amp; Kiln",
        "Ada Buyer",
        "ada@craftlocal.test",
        "1 Main St",
        "Plain &lt;Mug&gt;",
        "−$2.00",
        `$${order.total.toFixed(2)}`,
        "Paid",
        "@media print"
      ])
        expect(text).toContain(words)
    }
  })

  it("is there for nobody else, and not without permission", async () => {
    const order = await boughtBy(await world.token("acc_ada"))
    const path = `/api/v1/orders/${order.id}/invoice`
    const asked = async (token?: string) => (await world.get(path, { token })).status
    expect([
      await asked(await world.token("acc_bob")),
      await asked(await world.token("acc_loom", ["orders.read"])),
      await asked(await world.token("acc_ada", ["openid"])),
      await asked()
    ]).toEqual([404, 404, 403, 401])
    const guests = await bought("lst_mug2")
    expect(
      (await world.get(`/api/v1/orders/${guests.order.id}/invoice`, { token: await world.token("acc_bob") })).status
    ).toBe(404)
  })

  it("of a guest is a page behind its link, without who bought, and with what went back", async () => {
    const { order } = await bought("lst_mug2")
    await world.post(`/api/v1/orders/${order.id}/cancel`, {})
    await world.rows(
      (sql) =>
        sql`UPDATE orders SET refunded = 1000, payment_status = 'partially_refunded' WHERE id = ${order.id} RETURNING 1`
    )
    const { headers, status, text } = await world.get(`/orders/${order.id}/invoice`)
    expect([status, headers.get("cache-control")]).toEqual([200, "no-store"])
    for (const words of ["Left out", "Paid, and partly refunded", "−$10.00"]) expect(text).toContain(words)
    expect(text).not.toMatch(/hidden@example|Secret St|Chicago, IL|<Mug>/)
  })
})

describe("a checkout", () => {
  it("tells what is in it, what is missing, and until when; never the e-mail or the address", async () => {
    const { id } = await opened("lst_nasty")
    const fresh = await world.get(`/checkout/${id}`)
    expect(fresh.status).toBe(200)
    for (const words of ["Still needed", "an e-mail address is missing", "UTC", "&lt;script&gt;"])
      expect(fresh.text).toContain(words)
    await world.post(`/api/v1/checkouts/${id}`, { email: "hidden@example.com", shipping_address: chicago })
    const ready = await world.get(`/checkout/${id}`)
    expect(ready.text).toContain("Ready to be paid")
    expect(ready.text).toContain("An address is on file (Chicago, IL)")
    expect(ready.text).not.toMatch(/hidden@example|Secret St|60601|<script/)
  })

  it("that a bank asks about says what to do", async () => {
    const { id } = await opened("lst_scarf")
    await world.post(`/api/v1/checkouts/${id}`, { email: "a@example.com", shipping_address: chicago })
    await world.post(`/api/v1/checkouts/${id}/complete`, { payment_token: "spt_test_3ds" })
    expect((await world.get(`/checkout/${id}`)).text).toContain("bank asks for a confirmation")
  })

  it("of an agent is shown by its link", async () => {
    await world.rows(
      (sql) => sql`UPDATE checkouts SET owner = 'agent:key_a' WHERE id = (
      SELECT id FROM checkouts WHERE owner = 'guest' LIMIT 1) RETURNING 1`
    )
    const [row] = await world.rows<{ id: string }>((sql) => sql`SELECT id FROM checkouts WHERE owner = 'agent:key_a'`)
    const { status, text } = await world.get(`/checkout/${row!.id}`)
    expect(status).toBe(200)
    expect(formsOf(text)).toEqual([])
  })
})

/** Somebody at the page of a checkout of one thing. */
const atCheckout = async (listing = "lst_scarf") => {
  const guest = person(world)
  const { location } = await guest.send(`/l/${listing}`, { quantity: "1" })
  const path = location!
  const step = (name: string, fields: Record<string, string> = {}) => guest.send(path, fields, `${path}/${name}`)
  const address = Object.fromEntries(
    Object.entries(chicago).map(([name, value]) => [`shipping_address.${name}`, value])
  )
  return {
    ...guest,
    path,
    id: path.split("/").at(-1)!,
    step,
    look: async () => (await guest.open(path)).text,
    address,
    filled: () => step("details", { email: "ada@example.com", name: "Ada", ...address }),
    orders: () =>
      world.rows<{ id: string }>((sql) => sql`SELECT id FROM orders WHERE checkout_id = ${path.split("/").at(-1)!}`),
    attempts: () =>
      world.rows<{ amount: number }>(
        (sql) => sql`SELECT amount FROM attempts WHERE checkout_id = ${path.split("/").at(-1)!}`
      )
  }
}
const pays = { card: "spt_test_ok" }

describe("the hosted checkout", () => {
  beforeAll(() => world.rows((sql) => sql`UPDATE listings SET stock = 100 WHERE id = 'lst_scarf' RETURNING 1`))

  it("leads a guest from the listing to the order, form by form", async () => {
    const guest = await atCheckout()
    const steps = [
      await guest.filled(),
      await guest.step("delivery", { "deliveries.shp_loom": "expedited" }),
      await guest.step("codes", { code: "WELCOME10" })
    ]
    expect(steps.map(({ location, status }) => [status, location?.split("#")[1]])).toEqual([
      [303, "delivery"],
      [303, "pay"],
      [303, "codes"]
    ])
    const ready = await guest.look()
    expect(ready).toMatch(/value="expedited" required checked/)
    for (const words of ["10 % off: −$5.00", "<span>$57.49</span>", "Pay $57.49"]) expect(ready).toContain(words)
    const paid = await guest.step("pay", pays)
    expect([paid.status, paid.location]).toEqual([303, guest.path])
    const done = await guest.look()
    const [{ id }] = (await guest.orders()) as [{ id: string }]
    expect(done).toContain(`href="/orders/${id}"`)
    expect((await guest.open(`/orders/${id}`)).text).toContain("$57.49")
    const [kept] = await world.rows<{ channel: string; email: string }>(
      (sql) => sql`SELECT channel, buyer_email AS email FROM orders WHERE id = ${id}`
    )
    expect(kept).toEqual({ channel: "web", email: "ada@example.com" })
    const audit = await world.rows<{ action: string; channel: string }>(
      (sql) => sql`SELECT action, channel FROM audit WHERE subject = ${guest.id} ORDER BY id`
    )
    expect(audit.map(({ action }) => action)).toEqual([
      "checkouts.open",
      ...Array(3).fill("checkouts.revise"),
      "checkouts.complete"
    ])
    expect(new Set(audit.map(({ channel }) => channel))).toEqual(new Set(["web"]))
  })

  it("tells beside each field what is wrong with it, and keeps what was typed", async () => {
    const guest = await atCheckout()
    const wrong = { ...guest.address, "shipping_address.zip": "<b>1", "shipping_address.city": "" }
    const { status, text } = await guest.step("details", { email: "nobody", name: '"><script>', ...wrong })
    expect(status).toBe(400)
    for (const [field, words] of [
      ["email", "Expected an e-mail address"],
      ["shipping_address-city", "City is missing"]
    ] as const) {
      expect(text).toMatch(new RegExp(`<span class="wrong" id="${field}-error">${words}`))
      expect(text).toMatch(
        new RegExp(`<input id="${field}"[^>]*aria-describedby="[^"]*${field}-error[^>]*aria-invalid="true"`)
      )
    }
    for (const typed of ["nobody", "2 Secret St", "&lt;b&gt;1", "&quot;&gt;&lt;script&gt;"])
      expect(text).toContain(`value="${typed}"`)
    expect(text).not.toContain("<script")
    const far = await guest.step("details", {
      email: "ada@example.com",
      ...guest.address,
      "shipping_address.zip": "90210"
    })
    expect(far.text).toContain("90210 is not a ZIP code of Illinois")
    expect(await guest.look()).not.toContain("on file")
    const nothing = await guest.step("delivery", { "deliveries.shp_loom": "pickup" })
    expect([nothing.status, nothing.text.includes("Warp Weft offers standard and expedited")]).toEqual([400, true])
  })

  it("tells nobody who holds its link what an earlier hand has typed, and keeps it unless it is typed anew", async () => {
    const guest = await atCheckout()
    await guest.filled()
    await guest.step("details", { name: "Ada B" })
    const other = await person(world).open(guest.path)
    for (const text of [await guest.look(), other.text]) {
      expect(text).toContain("An e-mail address is on file")
      expect(text).not.toMatch(/ada@example|Ada|Secret St|60601/)
    }
    const { body } = await world.get(`/api/v1/checkouts/${guest.id}`)
    expect(body.checkout_session).toMatchObject({ email: "ada@example.com", shipping_address: chicago })
  })

  it("stays open after a card was declined, and takes another", async () => {
    const guest = await atCheckout()
    await guest.filled()
    const declined = await guest.step("pay", { card: "spt_test_insufficient" })
    expect(declined.status).toBe(402)
    expect(declined.text).toContain("There is not enough money on this card. Nothing was charged.")
    expect(declined.text).toMatch(/value="spt_test_insufficient" required checked/)
    expect((await guest.step("pay", { card: "spt_live_mine" })).status).toBe(400)
    expect((await guest.step("pay", pays)).status).toBe(303)
    expect(await guest.orders()).toHaveLength(1)
  })

  it("stands in for the bank when that asks: rejected it stays open, confirmed it is paid", async () => {
    const guest = await atCheckout()
    await guest.filled()
    await guest.step("pay", { card: "spt_test_3ds" })
    expect(await guest.look()).toContain("Your bank asks: is this payment yours?")
    const rejected = await guest.step("bank", { answer: "reject" })
    expect([rejected.status, rejected.text.includes("Your bank did not confirm the payment.")]).toEqual([402, true])
    const [stale] = formsOf(await guest.look())
    expect((await guest.post(`${guest.path}/bank`, { ...stale!.hidden, answer: "confirm" })).status).toBe(303)
    expect(await guest.look()).toContain("Ready to be paid")
    await guest.step("pay", { card: "spt_test_3ds" })
    expect((await guest.step("bank", { answer: "confirm" })).status).toBe(303)
    expect(await guest.look()).toContain("Thank you")
    expect(await guest.orders()).toHaveLength(1)
  })

  it("tells not to pay again while nobody knows whether it was paid", async () => {
    const guest = await atCheckout()
    await guest.filled()
    expect((await guest.step("pay", { card: "spt_test_timeout" })).status).toBe(303)
    const text = await guest.look()
    expect(text).toContain("Do not pay again")
    expect(formsOf(text)).toEqual([])
  })

  it("pays once for a double click, and for the same page sent from two windows", async () => {
    const guest = await atCheckout()
    await guest.filled()
    const formOf = async () => formsOf(await guest.look()).find(({ action }) => action.endsWith("/pay"))!.hidden
    const [one, other] = [await formOf(), await formOf()]
    const clicks = await Promise.all(
      [one, one, other].map((form) => guest.post(`${guest.path}/pay`, { ...form, ...pays }))
    )
    const late = await guest.post(`${guest.path}/pay`, { ...one, ...pays })
    expect([...clicks, late].map(({ location, status }) => [status, location])).toEqual(
      Array(4).fill([303, guest.path])
    )
    expect(await guest.orders()).toHaveLength(1)
    expect(await guest.attempts()).toHaveLength(1)
  })

  it("charges only what stood before the button: a new price, or somebody else's change, is shown first", async () => {
    const guest = await atCheckout()
    await guest.filled()
    await world.rows((sql) => sql`UPDATE listings SET price = 5999 WHERE id = 'lst_scarf' RETURNING 1`)
    const dearer = await guest.step("pay", pays)
    await world.rows((sql) => sql`UPDATE listings SET price = 4999 WHERE id = 'lst_scarf' RETURNING 1`)
    expect(dearer.status).toBe(409)
    expect(dearer.text).toContain("The total is now $69.99. Nothing was charged.")
    expect(dearer.text).toContain("Pay $69.99")
    await guest.step("renew")
    const shown = formsOf(await guest.look()).find(({ action }) => action.endsWith("/pay"))!
    await world.post(`/api/v1/checkouts/${guest.id}`, { shipping_method: "expedited" })
    const changed = await guest.post(shown.action, { ...shown.hidden, ...pays })
    expect([changed.status, changed.text.includes("Pay $62.99")]).toEqual([409, true])
    expect(await guest.attempts()).toEqual([])
    await guest.step("pay", pays)
    expect(await guest.attempts()).toEqual([{ amount: 6299 }])
  })

  it("changes how many, takes codes away again, and says what is wrong with one", async () => {
    const guest = await atCheckout()
    const [line] = formsOf(await guest.look()).filter(({ action }) => action.endsWith("/lines"))
    await guest.post(line!.action, { ...line!.hidden, quantity: "2" })
    await guest.step("codes", { code: "WELCOME10" })
    await guest.step("codes", { code: "NOSUCH" })
    const both = await guest.look()
    for (const words of ["2 × $49.99", "10 % off", "NOSUCH"]) expect(both).toContain(words)
    await guest.step("uncode")
    expect(await guest.look()).not.toContain("10 % off")
    const empty = await guest.post(line!.action, { ...line!.hidden, key: "empty", quantity: " " })
    expect(empty.status).toBe(400)
    expect(empty.text).toMatch(/id="quantity-[\w-]+-error">Say how many you want, or 0 to remove it</)
    expect(await guest.look()).toContain("2 × $49.99")
    const none = await guest.post(line!.action, { ...line!.hidden, key: "none", quantity: "0" })
    expect([none.status, none.text.includes("a checkout needs at least one line")]).toEqual([400, true])
  })

  it("is kept longer when that is asked for, and begun anew when its time is over", async () => {
    const guest = await atCheckout()
    await guest.filled()
    const until = async () => (await world.get(`/api/v1/checkouts/${guest.id}`)).body.checkout_session.expires_at
    await world.rows(
      (sql) => sql`UPDATE checkouts SET expires_at = now() + interval '1 minute' WHERE id = ${guest.id} RETURNING 1`
    )
    const before = await until()
    expect((await guest.step("renew")).status).toBe(303)
    expect((await until()) > before).toBe(true)
    await world.rows((sql) => sql`UPDATE checkouts SET expires_at = '2020-01-01' WHERE id = ${guest.id} RETURNING 1`)
    const late = await guest.look()
    expect(late).toContain("The time was over")
    const again = await guest.step("again")
    expect(again.location).toMatch(/^\/checkout\/chk_/)
    const fresh = (await guest.open(again.location!)).text
    expect(fresh).toContain("Wool Scarf")
    expect(fresh).not.toContain("on file")
  })

  it("hears no form that did not come from its page", async () => {
    const guest = await atCheckout()
    await guest.filled()
    const { action, hidden } = formsOf(await guest.look()).find(({ action }) => action.endsWith("/pay"))!
    const forged = [
      await guest.post(action, { ...hidden, ...pays, csrf: "made up" }),
      await guest.post(action, { ...hidden, ...pays }, { origin: "https://evil.example" }),
      await guest.post(action, { ...hidden, ...pays }, { "sec-fetch-site": "cross-site" }),
      await person(world).post(action, { ...hidden, ...pays })
    ]
    expect(forged.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect(await guest.orders()).toEqual([])
    const reloaded = await guest.open(action)
    expect([reloaded.status, reloaded.location]).toEqual([303, guest.path])
  })
})

describe("the hosted checkout over a provider of real money that has no page for cards", () => {
  it("has no form for a card and says plainly where to pay, after the total", async () => {
    const session = {
      id: "chk_a",
      status: "ready",
      lines: [],
      subtotal: 4999,
      discount: 0,
      shipping: 400,
      tax: 500,
      total: 5899,
      deliveries: [],
      discounts: { applied: [], rejected: [] },
      missing: [],
      expiresAt: "2026-01-01T00:00:00.000Z",
      mayAct: true,
      isOwn: false,
      onFile: { email: true, place: "Chicago, IL" },
      orders: []
    }
    const provider = { id: "stripe", name: "Stripe", test: false }
    const { body } = checkoutPage({ session, csrf: html``, publicUrl: "http://localhost:3001", provider } as any)
    expect(body.text).toMatch(/\$58\.99[\s\S]*This page takes no cards\. Go back to your assistant to pay\./)
    expect(body.text).not.toMatch(/\/pay"|name="card"/)
  })
})

describe("a cart", () => {
  it("tells what is in it and what is short of it, unless it is an account's", async () => {
    const { body } = await world.post("/api/v1/basket/items", { listing_id: "lst_nasty", quantity: 1 })
    const fresh = await world.get(`/cart/${body.cart_id}`)
    expect(fresh.status).toBe(200)
    for (const words of ["Subtotal, before delivery and tax", "UTC", "&lt;script&gt;"])
      expect(fresh.text).toContain(words)
    expect(fresh.text).not.toContain("<script")
    await world.rows((sql) => sql`UPDATE listings SET stock = 0 WHERE id = 'lst_nasty' RETURNING 1`)
    expect((await world.get(`/cart/${body.cart_id}`)).text).toContain("sold out")
    await world.rows((sql) => sql`UPDATE carts SET owner = 'account:acc_ada' WHERE id = ${body.cart_id} RETURNING 1`)
    expect((await world.get(`/cart/${body.cart_id}`)).status).toBe(404)
  })
})

describe("pictures", () => {
  it("are drawn as SVG that other origins may show and that cannot run anything", async () => {
    const { headers, status, text } = await world.get("/images/lst_mug/1.svg")
    expect([status, text, headers.get("content-type")]).toEqual([200, "<svg/>", "image/svg+xml"])
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'")
    expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin")
    expect(headers.get("cache-control")).toBe("public, max-age=86400, immutable")
  })

  it("that are not there are told in the shape of every error", async () => {
    const { body, status } = await world.get("/images/lst_mug/2.svg")
    expect([status, body.error.code]).toEqual([404, "NOT_FOUND"])
  })
})

describe("what a load balancer asks", () => {
  it("alive, and ready by dependency", async () => {
    expect((await world.get("/health")).body).toEqual({ status: "ok", version: "0.1.0" })
    const ready = await world.get("/ready")
    expect([ready.status, ready.body]).toEqual([200, { status: "ready", dependencies: { database: "ok" } }])
  })
})

describe("the demo's own routes", () => {
  it("give a real token for an account by its e-mail", async () => {
    const { body, headers } = await world.post("/dev/token", { email: "ADA@craftlocal.test", scopes: ["orders.read"] })
    expect(body).toMatchObject({ access_token: expect.any(String), token_type: "Bearer", expires_in: 3600 })
    expect(headers.get("cache-control")).toBe("no-store")
    expect((await world.get("/api/v1/orders", { token: body.access_token })).status).toBe(200)
  })

  it("refuse an unknown e-mail and an unknown scope", async () => {
    const nobody = await world.post("/dev/token", { email: "nobody@x.test", scopes: [] })
    expect([nobody.status, nobody.body.error.code]).toEqual([404, "NOT_FOUND"])
    const scope = await world.post("/dev/token", { email: "ada@craftlocal.test", scopes: ["everything"] })
    expect([scope.status, scope.body.error.code]).toEqual([400, "VALIDATION_ERROR"])
    const nothing = await world.post("/dev/token")
    expect(nothing.body.error.details.issues.map(({ path }: any) => path)).toEqual(["email", "scopes"])
  })

  it("show the letters that were sent", async () => {
    await world.send({ id: "l1", to: "a@b.test", subject: "Hello", text: "There", html: "<p>There" })
    const { dead, messages, waiting } = (await world.get("/dev/outbox")).body
    expect(messages).toEqual([
      { id: "l1", to: "a@b.test", subject: "Hello", text: "There", html: "<p>There", sent_at: expect.any(String) }
    ])
    expect(dead).toEqual([])
    expect(waiting.map(({ message }: any) => message)).toContain("CheckoutCompleted")
  })
})
