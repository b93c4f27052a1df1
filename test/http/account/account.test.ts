import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../../world.ts"
import { formsOf, person } from "./person.ts"

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.dispose())

const chicago = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
const typed = (address: Record<string, string>) =>
  Object.fromEntries(Object.entries(address).map(([name, value]) => [`address.${name}`, value]))

const rest = (token: string) => async (method: string, path: string, body?: unknown) => {
  const answer = await world.fetch(`/api/v1/account${path}`, {
    method,
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    ...(body !== undefined && { body: JSON.stringify(body) })
  })
  return { status: answer.status, body: (await answer.json()) as any }
}
const tokenOf = (email: string) => world.token(email, "profile", "orders.read", "orders.write")

describe("the page of an account", () => {
  it("asks whoever is not signed in to do that first, and comes back", async () => {
    const ada = person(world)
    assert.strictEqual((await ada.open("/account")).location, "/sign-in?next=%2Faccount")
    assert.strictEqual((await ada.open("/account/export")).location, "/sign-in?next=%2Faccount")
    const [form] = formsOf((await ada.open("/sign-in")).text)
    for (const path of ["", "/password", "/addresses", "/addresses/adr_1/delete", "/sign-out-everywhere", "/delete"]) {
      assert.strictEqual((await ada.post(`/account${path}`, form!.hidden)).location, "/sign-in?next=%2Faccount", path)
    }
    assert.strictEqual(
      (await ada.send("/sign-in?next=%2Faccount", { email: "buyer@craftlocal.test", password: "demo-buyer" })).location,
      "/account"
    )
  })

  it("has a label for every field, one id for each, and no two forms that say the same", async () => {
    const ada = person(world)
    await ada.signIn("buyer@craftlocal.test", "demo-buyer")
    const { headers, text } = await ada.open("/account")
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!)
    assert.strictEqual(new Set(ids).size, ids.length)
    for (const [, id] of text.matchAll(/<input id="([^"]+)"/g)) assert.include(text, `<label for="${id}">`)
    const buttons = [...text.matchAll(/<button[^>]*>([^<]+)</g)].map(([, label]) => label)
    assert.strictEqual(new Set(buttons).size, buttons.length)
    assert.strictEqual(headers.get("cache-control"), "no-store")
    for (const words of ["buyer@craftlocal.test", "Avery Collins", "Apt 3F", "(this browser)"])
      assert.include(text, words)
  })

  it("keeps name, phone and addresses, with which checkouts begin", async () => {
    const sam = person(world)
    await sam.signIn("guest-buyer@craftlocal.test", "demo-guest")
    const wrong = await sam.send("/account", { name: "", phone: "call me" })
    assert.strictEqual(wrong.status, 400)
    assert.match(wrong.text, /id="profile-phone-error"/)
    assert.match(wrong.text, /href="#profile-name"/)
    assert.strictEqual(
      (await sam.send("/account", { name: " Sam T. ", phone: "+1 312 555 0199" })).location,
      "/account?notice=saved"
    )

    const nowhere = await sam.send("/account", typed({ ...chicago, state: "Atlantis" }), "/account/addresses")
    assert.match(nowhere.text, /id="address-address-state-error"/)
    assert.include(nowhere.text, 'value="1 Main St"')
    await sam.send("/account", typed(chicago), "/account/addresses")
    await sam.send("/account", typed({ ...chicago, line1: "2 Side St" }), "/account/addresses")
    const { addresses } = (await rest(await tokenOf("guest-buyer@craftlocal.test"))("GET", "/addresses")).body
    assert.deepStrictEqual(
      addresses.map((each: any) => [each.address.line1, each.is_default]),
      [
        ["1 Main St", true],
        ["2 Side St", false]
      ]
    )
    const side = addresses[1].id
    await sam.send("/account", {}, `/account/addresses/${side}/default`)
    const opened = await world.fetch("/api/v1/checkouts", {
      method: "POST",
      headers: {
        "content-type": "application/json",
        authorization: `Bearer ${await tokenOf("guest-buyer@craftlocal.test")}`
      },
      body: JSON.stringify({ listing_id: await shippable() })
    })
    const { checkout_session } = (await opened.json()) as any
    assert.strictEqual(checkout_session.shipping_address.line1, "2 Side St")
    assert.deepInclude(checkout_session, { email: "guest-buyer@craftlocal.test" })
    await sam.send("/account", {}, `/account/addresses/${side}/delete`)
    const left = (await rest(await tokenOf("guest-buyer@craftlocal.test"))("GET", "/addresses")).body.addresses
    assert.deepStrictEqual(
      left.map((each: any) => [each.address.line1, each.is_default]),
      [["1 Main St", true]]
    )
    const traces = await world.sql((sql) => sql<{ action: string }>`SELECT action FROM audit WHERE channel = 'web'`)
    for (const action of ["account.change", "account.addAddress", "account.changeAddress", "account.removeAddress"]) {
      assert.include(
        traces.map((each) => each.action),
        action
      )
    }
  })

  it("changes the password, signs out another browser, and all of them", async () => {
    world.passes("2 minutes")
    const [here, there] = [person(world), person(world)]
    await here.signIn("seller2@craftlocal.test", "demo-seller2")
    await there.signIn("seller2@craftlocal.test", "demo-seller2")
    const action = formsOf((await here.open("/account")).text).find((form) =>
      form.action.includes("/sessions/")
    )!.action
    const stranger = person(world)
    await stranger.signIn("buyer@craftlocal.test", "demo-buyer")
    const [form] = formsOf((await stranger.open("/account")).text)
    assert.strictEqual((await stranger.post(action, form!.hidden)).status, 404)
    assert.isTrue(await there.isSignedIn())
    await here.send("/account", {}, action)
    assert.isFalse(await there.isSignedIn())

    const wrong = await here.send("/account", { current: "nope", password: "battery staple" }, "/account/password")
    assert.strictEqual(wrong.status, 401)
    const weak = await here.send("/account", { current: "demo-seller2", password: "short" }, "/account/password")
    assert.match(weak.text, /id="password-password-error"/)
    await there.signIn("seller2@craftlocal.test", "demo-seller2")
    const before = here.cookies.get("craftlocal_session")
    await here.send("/account", { current: "demo-seller2", password: "battery staple" }, "/account/password")
    assert.isTrue(await here.isSignedIn())
    assert.notStrictEqual(here.cookies.get("craftlocal_session"), before)
    assert.isFalse(await there.isSignedIn())
    await here.send("/account", {}, "/account/sign-out-everywhere")
    assert.isFalse(await here.isSignedIn())
    const [row] = await world.sql(
      (sql) => sql`SELECT 1 FROM accounts WHERE email = 'seller2@craftlocal.test' AND tokens_valid_from IS NOT NULL`
    )
    assert.isDefined(row)
  })

  it("gives everything away that is kept, to be downloaded", async () => {
    const ada = person(world)
    await ada.signIn("buyer@craftlocal.test", "demo-buyer")
    const { headers, text } = await ada.open("/account/export")
    assert.match(headers.get("content-disposition")!, /attachment/)
    assert.strictEqual(JSON.parse(text).account.email, "buyer@craftlocal.test")
  })
})

const shippable = async () => {
  const rows = await world.sql(
    (sql) => sql<{ id: string }>`SELECT id FROM listings l WHERE status = 'active' AND shipping_enabled AND stock > 2
      AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id) ORDER BY id LIMIT 1`
  )
  return rows[0]!.id
}

describe("an account over REST", () => {
  it("is read, changed, and keeps ten addresses", async () => {
    const ask = rest(await tokenOf("admin@craftlocal.test"))
    const { account } = (await ask("GET", "")).body
    assert.deepInclude(account, { email: "admin@craftlocal.test", email_verified: true, roles: ["admin"], phone: null })
    const changed = await ask("PATCH", "", { name: "Robin A.", phone: "+1 312 555 0100" })
    assert.deepInclude(changed.body.account, { name: "Robin A.", phone: "+1 312 555 0100" })
    assert.isNull((await ask("PATCH", "", { phone: null })).body.account.phone)
    for (let turn = 0; turn < 10; turn++) {
      const { body, status } = await ask("POST", "/addresses", {
        address: { ...chicago, line1: `${turn} Main St` },
        is_default: turn === 4
      })
      assert.strictEqual(status, 200)
      assert.strictEqual(body.address.is_default, turn === 0 || turn === 4)
    }
    const eleventh = await ask("POST", "/addresses", { address: chicago })
    assert.deepStrictEqual([eleventh.status, eleventh.body.error.code], [400, "VALIDATION_ERROR"])
    const { addresses } = (await ask("GET", "/addresses")).body
    assert.deepStrictEqual(
      addresses.map((each: any) => each.is_default),
      [true, ...Array(9).fill(false)]
    )
    const [first, second] = addresses
    assert.strictEqual(first.address.line1, "4 Main St")
    const moved = await ask("PATCH", `/addresses/${second.id}`, { address: { ...chicago, zip: "60602" } })
    assert.strictEqual(moved.body.address.address.zip, "60602")
    const wrong = await ask("PATCH", `/addresses/${second.id}`, { address: { ...chicago, zip: "97201" } })
    assert.strictEqual(wrong.body.error.details.issues[0].path, "address.zip")
    const left = await ask("DELETE", `/addresses/${first.id}`)
    assert.strictEqual(left.body.addresses.length, 9)
    assert.isTrue(left.body.addresses[0].is_default)
    const other = rest(await tokenOf("seller@craftlocal.test"))
    for (const [method, id] of [
      ["PATCH", second.id],
      ["DELETE", second.id],
      ["DELETE", "adr_none"],
      ["DELETE", "%00"]
    ] as const) {
      const { body, status } = await other(
        method,
        `/addresses/${id}`,
        method === "PATCH" ? { is_default: true } : undefined
      )
      assert.deepStrictEqual([status, body.error.code], [404, "NOT_FOUND"])
    }
  })

  it("needs the permissions that are written down", async () => {
    const bare = rest(await world.token("buyer@craftlocal.test", "orders.read"))
    const reader = rest(await world.token("buyer@craftlocal.test", "profile"))
    const asked: ReadonlyArray<readonly [string, string, unknown?]> = [
      ["GET", ""],
      ["GET", "/addresses"],
      ["PATCH", "", { name: "X" }],
      ["POST", "/addresses", { address: chicago }],
      ["GET", "/export"],
      ["DELETE", "", { confirm: "buyer@craftlocal.test" }]
    ]
    for (const [method, path, body] of asked) {
      assert.strictEqual((await bare(method, path, body)).status, 403, `${method} ${path}`)
      const { status } = await reader(method, path, body)
      assert.strictEqual(status, method === "GET" && path !== "/export" ? 200 : 403, `${method} ${path}`)
    }
    const nobody = await world.fetch("/api/v1/account")
    assert.strictEqual(nobody.status, 401)
  })
})
