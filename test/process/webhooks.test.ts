import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { promisify } from "node:util"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type Running, serve } from "./server.ts"

const run = promisify(execFile)
const page = readFileSync(new URL("../../docs/webhooks.md", import.meta.url), "utf8")
const block = (language: string) => new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``).exec(page)![1]!

const tools = await Promise.all(["openssl version", "curl --version"].map((line) => run("sh", ["-c", line]))).then(
  () => true,
  () => false
)

const secret = "whs_of_a_process_that_was_started"
let server: Running
beforeAll(async () => {
  server = await serve({ DATABASE_URL: "memory:", WEBHOOK_SECRET: secret })
}, 60_000)
afterAll(async () => {
  server.child.kill("SIGTERM")
  await server.ended
})

const ask = async (path: string, body?: unknown) => {
  const answer = await fetch(`${server.url}/api/v1${path}`, {
    ...(body !== undefined && {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body)
    })
  })
  return (await answer.json()) as any
}

/** A listing without variants that can be shipped. */
const listing = async () => {
  const { listings } = await ask("/listings/search?in_stock=true&limit=50")
  for (const { id } of listings) {
    const { listing } = await ask(`/listings/${id}`)
    if (listing.variants.length === 0 && listing.shipping_enabled) return id as string
  }
  throw new Error("there is none")
}

const environment = (more: Record<string, string>) => ({
  env: { ...process.env, CRAFTLOCAL: server.url, WEBHOOK_SECRET: secret, ...more }
})

describe("what the page about webhooks shows", () => {
  it.skipIf(!tools && !process.env.CI)("is heard when it is sent from a shell", async () => {
    const id = await listing()
    const { stdout } = await run("sh", ["-c", block("sh")], environment({ LISTING: id }))
    const [result] = JSON.parse(stdout).results
    assert.deepInclude(result, { status: "applied", stock: 7 })
    assert.strictEqual((await ask(`/listings/${id}`)).listing.stock, 7)
  })

  it("is heard when it is sent from Node", async () => {
    const { checkout_session } = await ask("/checkouts", { listing_id: await listing() })
    const path = `/checkouts/${checkout_session.id}`
    const shipping_address = { line1: "1 Main St", city: "Chicago", state: "IL", zip: "60601" }
    await ask(path, { email: "ann@example.com", shipping_address, shipping_method: "standard" })
    const { order } = await ask(`${path}/complete`, { payment_token: "spt_test_ok" })
    const script = ["--input-type=module", "--eval", block("js")]
    const { stdout } = await run(process.execPath, script, environment({ ORDER: order.id }))
    assert.match(stdout, /^200 .*"status":"applied"/)
    const shown = await fetch(`${server.url}/orders/${order.id}`)
    assert.include(await shown.text(), "9400111899223197428490")
  })

  it("the start of a demo tells the secret, and no request writes it to the log", () => {
    assert.lengthOf(server.output().split(secret), 2)
    assert.notInclude(server.output(), "ann@example.com")
  })
})

describe("a secret that nobody set", () => {
  it("is made at the first start", async () => {
    const made = await serve({ DATABASE_URL: "memory:" })
    const [, told] = /Secret of \/webhooks\/orders and \/webhooks\/inventory: (\S+)/.exec(made.output()) ?? []
    assert.match(told!, /^[\w-]{43}$/)
    made.child.kill("SIGTERM")
    await made.ended
  })
})
