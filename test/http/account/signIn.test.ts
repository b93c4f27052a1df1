import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../../world.ts"
import { formsOf, letterTo, person } from "./person.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.dispose())

const buyer = ["buyer@craftlocal.test", "demo-buyer"] as const
/** Everybody comes from one address here, which has its minute; this is the next one. */
const nextMinute = () => world.passes("2 minutes")

describe("somebody new", () => {
  it("opens an account, confirms it by the letter, signs out and in, and forgets the password", async () => {
    const ada = person(world)
    const email = "Ada@Example.com"
    const opened = await ada.send("/register?next=/orders/ord_1", { name: "Ada", email, password: "correct horse" })
    assert.strictEqual(opened.location, "/letter-sent?next=%2Forders%2Ford_1")
    assert.isFalse(await ada.isSignedIn())
    const { path } = await letterTo(world, "ada@example.com")
    const wrong = await ada.send(path, { password: "wrong horse" })
    assert.strictEqual(wrong.status, 401)
    const confirmed = await ada.send(path, { password: "correct horse" })
    assert.strictEqual(confirmed.location, "/account?notice=confirmed")
    assert.isTrue(await ada.isSignedIn())
    assert.strictEqual((await ada.open(path)).status, 410)

    const elsewhere = person(world)
    await elsewhere.signIn(email, "correct horse")
    assert.isTrue(await elsewhere.isSignedIn())

    nextMinute()
    const asked = await ada.send("/forgot-password", { email })
    assert.strictEqual(asked.location, "/letter-sent")
    const reset = await letterTo(world, "ada@example.com")
    assert.strictEqual((await ada.send(reset.path, { password: "short" })).status, 400)
    const changed = await ada.send(reset.path, { password: "battery staple" })
    assert.strictEqual(changed.location, "/sign-in?notice=password-changed")
    assert.isFalse(await ada.isSignedIn())
    assert.isFalse(await elsewhere.isSignedIn())
    assert.strictEqual((await ada.signIn(email, "correct horse")).status, 401)
    assert.strictEqual((await ada.signIn(email, "battery staple")).location, "/account")
  })

  it("does not learn which e-mails have accounts", async () => {
    nextMinute()
    const eve = person(world)
    const told = async (email: string) => {
      const registered = await eve.send("/register", { name: "Eve", email, password: "correct horse" })
      const forgot = await eve.send("/forgot-password", { email })
      const signIn = await eve.signIn(email, "wrong horse")
      const seen = (text: string) => text.replaceAll(email, "E-MAIL")
      return [registered.status, registered.location, forgot.status, forgot.location, signIn.status, seen(signIn.text)]
    }
    assert.deepStrictEqual(await told("nobody-yet@example.com"), await told("buyer@craftlocal.test"))
    assert.strictEqual((await letterTo(world, "buyer@craftlocal.test")).subject, "CraftLocal: choose a new password")
  })

  it("is told at each field what is wrong with it, and keeps what was typed but for the password", async () => {
    nextMinute()
    const typed = { name: 'Ada "<b>', email: "ada@localhost", password: "password123" }
    const { status, text } = await person(world).send("/register", typed)
    assert.strictEqual(status, 400)
    assert.match(text, /role="alert" tabindex="-1" autofocus/)
    assert.include(text, 'value="Ada &quot;&lt;b&gt;"')
    for (const name of ["email", "password"]) {
      assert.match(text, new RegExp(`id="${name}-error"`))
      assert.match(
        text,
        new RegExp(`<input id="${name}" [^>]*aria-describedby="${name}-error[^>]* aria-invalid="true"`)
      )
      assert.include(text, `href="#${name}"`)
    }
    assert.notInclude(text, "password123")
  })
})

describe("a form", () => {
  it("is heard only from the browser that was given it", async () => {
    const ada = person(world)
    const eve = person(world)
    const [form] = formsOf((await ada.open("/sign-in")).text)
    const fields: Record<string, string> = { ...form!.hidden, email: buyer[0], password: buyer[1] }
    const { csrf: _, ...without } = fields
    const forged: ReadonlyArray<readonly [string, Promise<{ readonly status: number; readonly headers: Headers }>]> = [
      ["without its proof", ada.post("/sign-in", without)],
      ["with a made-up proof", ada.post("/sign-in", { ...fields, csrf: "x".repeat(43) })],
      ["with an empty proof", ada.post("/sign-in", { ...fields, csrf: "" })],
      ["with a NUL", ada.post("/sign-in", { ...fields, csrf: "\0" })],
      ["from another browser", eve.post("/sign-in", fields)],
      ["from another site", ada.post("/sign-in", fields, { "sec-fetch-site": "cross-site" })],
      ["from another host of this site", ada.post("/sign-in", fields, { "sec-fetch-site": "same-site" })],
      ["from a foreign origin", ada.post("/sign-in", fields, { origin: "https://evil.example" })],
      ["from no origin", ada.post("/sign-in", fields, { origin: "null" })]
    ]
    for (const [why, answer] of forged) {
      const { headers, status } = await answer
      assert.strictEqual(status, 403, why)
      assert.notMatch(headers.getSetCookie().join(), /session/, why)
    }
    assert.isFalse(await ada.isSignedIn())
    assert.isFalse(await eve.isSignedIn())
    assert.strictEqual((await ada.post("/sign-in", fields)).location, "/account")
  })

  it("is no longer heard once somebody else is signed in, nor by a friend of the shop from elsewhere", async () => {
    const friendly = await openWorld({ origins: ["https://chatgpt.com"] })
    const ada = person(friendly)
    const [before] = formsOf((await ada.open("/sign-in")).text)
    await ada.signIn(...buyer)
    const stale = await ada.post("/sign-out", before!.hidden)
    assert.strictEqual(stale.status, 403)
    assert.isTrue(await ada.isSignedIn())
    const [now] = formsOf((await ada.open("/register")).text)
    const foreign = await ada.post("/sign-out", now!.hidden, { origin: "https://chatgpt.com" })
    assert.strictEqual(foreign.status, 403)
    assert.strictEqual((await ada.post("/sign-out", now!.hidden)).status, 303)
    assert.isFalse(await ada.isSignedIn())
    await friendly.dispose()
  }, 60_000)

  it("that is not one is refused, and one that is huge", async () => {
    const ada = person(world)
    const [form] = formsOf((await ada.open("/sign-in")).text)
    const json = { "content-type": "application/json" }
    assert.strictEqual((await ada.post("/sign-in", form!.hidden, json)).status, 400)
    const huge = await ada.post("/sign-in", { ...form!.hidden, email: "x".repeat(200_000) })
    assert.strictEqual(huge.status, 400)
    for (const odd of ["\0", "\u202e", "x".repeat(10_000), "ada@exam\0ple.com"]) {
      nextMinute()
      const fields = { ...form!.hidden, email: odd, password: odd, name: odd, token: odd }
      for (const path of ["/sign-in", "/register", "/forgot-password", "/reset-password", "/verify-email"]) {
        const { status } = await ada.post(path, fields)
        assert.include([303, 400, 401, 410], status, `${path} ${JSON.stringify(odd.slice(0, 20))}`)
      }
      for (const path of ["/reset-password", "/verify-email"]) {
        assert.strictEqual((await ada.open(`${path}?token=${encodeURIComponent(odd)}`)).status, 410)
      }
    }
  })
})

describe("a browser", () => {
  it("gets a new handle with every sign-in, whatever it held before", async () => {
    nextMinute()
    const victim = person(world)
    const eve = person(world)
    await eve.signIn("guest-buyer@craftlocal.test", "demo-guest")
    const planted = eve.cookies.get("craftlocal_session")!
    victim.cookies.set("craftlocal_session", planted)
    // The page that the planted session shows leads on; a form of it is good in this browser.
    const [form] = formsOf((await victim.open("/forgot-password")).text)
    const signedIn = await victim.post("/sign-in", { ...form!.hidden, email: buyer[0], password: buyer[1] })
    assert.strictEqual(signedIn.status, 303)
    assert.notStrictEqual(victim.cookies.get("craftlocal_session"), planted)
    assert.isFalse(await eve.isSignedIn())
    const made = person(world)
    made.cookies.set("craftlocal_session", "x".repeat(43))
    assert.isFalse(await made.isSignedIn())
  })

  it("keeps a cookie that no script reads and no other site sends", async () => {
    const ada = person(world)
    const { headers } = await ada.signIn(...buyer)
    const [cookie] = headers.getSetCookie().filter((each) => each.startsWith("craftlocal_session="))
    assert.match(cookie!, /HttpOnly/i)
    assert.match(cookie!, /SameSite=Lax/i)
    assert.match(cookie!, /Path=\//i)
    assert.match(cookie!, /Max-Age=2592000/i)
    assert.notMatch(cookie!, /Domain/i)
    assert.strictEqual(headers.get("cache-control"), "no-store")
  })

  it("stays where it was when it is told to go on elsewhere", async () => {
    const elsewhere = [
      "//evil.example",
      "///evil.example",
      "/\\evil.example",
      "\\/evil.example",
      "/\t/evil.example",
      "\t//evil.example",
      "https://evil.example",
      "https:evil.example",
      "javascript:alert(1)",
      "data:text/html,x",
      "evil.example",
      "/a\\b",
      "/a\nLocation: //evil.example",
      "/\0",
      "/ünder",
      ` /x`,
      `/${"x".repeat(2000)}`,
      ""
    ]
    for (const next of elsewhere) {
      nextMinute()
      const ada = person(world)
      const path = `/sign-in?next=${encodeURIComponent(next)}`
      const page = await ada.open(path)
      assert.notInclude(page.text, 'name="next"', next)
      const [form] = formsOf(page.text)
      const fields = { ...form!.hidden, email: buyer[0], password: buyer[1], next }
      assert.strictEqual((await ada.post("/sign-in", fields)).location, "/account", next)
      assert.strictEqual((await ada.open(path)).location, "/account", next)
    }
    const ada = person(world)
    const next = "/checkout/chk_1?a=b&c=%2F#d"
    const answer = await ada.send(`/sign-in?next=${encodeURIComponent(next)}`, { email: buyer[0], password: buyer[1] })
    assert.strictEqual(answer.location, next)
  })
})

describe("guesses", () => {
  it("are stopped, and come to nothing for the next account", async () => {
    nextMinute()
    const statuses: Array<number> = []
    const eve = person(world)
    for (let turn = 0; turn < 14; turn++) statuses.push((await eve.signIn("seller@craftlocal.test", "x")).status)
    assert.deepStrictEqual(statuses, [...Array(10).fill(401), ...Array(4).fill(429)])
    const told = await eve.signIn("seller@craftlocal.test", "demo-seller")
    assert.match(told.text, /Too many requests/)
    assert.strictEqual((await person(world).signIn("seller2@craftlocal.test", "demo-seller2")).status, 303)
  })
})

describe("every page with a form", () => {
  it.each(["/sign-in", "/register", "/forgot-password"])(
    "%s has labels, and our own origin is told with its forms",
    async (path) => {
      const { headers, text } = await person(world).open(path)
      for (const [, id] of text.matchAll(/<input id="([^"]+)"/g)) assert.include(text, `<label for="${id}">`)
      for (const [tag] of text.matchAll(/<input id=[^>]*>/g)) assert.match(tag, / autocomplete="[a-z-]+"/)
      assert.notMatch(text, /<script/)
      assert.strictEqual(headers.get("referrer-policy"), "same-origin")
      assert.strictEqual(headers.get("cache-control"), "no-store")
      assert.match(headers.get("content-security-policy")!, /form-action 'self'/)
    }
  )
})

describe("the pages of an account's own things", () => {
  it("open for whoever is signed in to it; for others they are not there, and say so for every id alike", async () => {
    nextMinute()
    const token = await world.token("buyer@craftlocal.test", "orders.read", "orders.write")
    const rest = async (path: string, body?: unknown) => {
      const answer = await world.fetch(`/api/v1${path}`, {
        method: body === undefined ? "GET" : "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        ...(body !== undefined && { body: JSON.stringify(body) })
      })
      return (await answer.json()) as any
    }
    const [listing] = await world.sql(
      (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND stock > 2
        AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
    )
    const { checkout_session } = await rest("/checkouts", { listing_id: listing!.id })
    const { cart_id } = await rest("/basket/items", { listing_id: listing!.id })
    const { orders } = await rest("/orders")
    const paths = [`/checkout/${checkout_session.id}`, `/cart/${cart_id}`, `/orders/${orders[0].id}`]
    const [owner, stranger, visitor] = [person(world), person(world), person(world)]
    await owner.signIn(...buyer)
    await stranger.signIn("guest-buyer@craftlocal.test", "demo-guest")
    for (const path of paths) {
      assert.strictEqual((await owner.open(path)).status, 200, path)
      const nobodys = path.replace(/_.*/, "_nobody")
      for (const who of [stranger, visitor]) {
        const [theirs, none] = [await who.open(path), await who.open(nobodys)]
        assert.deepStrictEqual([theirs.status, none.status], [404, 404])
        const ids = (text: string) =>
          text.replaceAll(encodeURIComponent(path), "PATH").replaceAll(encodeURIComponent(nobodys), "PATH")
        assert.strictEqual(ids(theirs.text), ids(none.text))
      }
      const { text } = await visitor.open(path)
      assert.include(text, `href="/sign-in?next=${encodeURIComponent(path)}"`)
      assert.notInclude((await stranger.open(path)).text, "/sign-in")
    }
  })
})
