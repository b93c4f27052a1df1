import { once } from "node:events"
import { createServer } from "node:net"
import { assert, describe, it } from "vitest"
import { run, serve } from "./server.ts"

describe("the server as a process", () => {
  it("serves the demo shop from an empty database in memory, and leaves when it is told to", async () => {
    const server = await serve({ DATABASE_URL: "memory:" })
    const answer = await fetch(`${server.url}/api/v1/listings/search?q=mug&price_max=30`)
    assert.strictEqual(answer.status, 200)
    assert.isNotEmpty(((await answer.json()) as any).listings)
    assert.include(server.output(), "acp_demo_key")
    server.child.kill("SIGTERM")
    assert.oneOf(await server.ended, [0, 130, 143])
  })

  for (const [name, given, accepted] of [
    ["PORT", "eighty", "a port number"],
    ["DATABASE_URL", "mysql://here", "postgres://"],
    ["DEMO", "perhaps", "true or false"],
    ["PUBLIC_URL", "ftp://shop", "http or https"],
    ["RATE_LIMIT_PER_MINUTE", "-1", "a whole number"]
  ] as const) {
    it(`stops with one line when ${name} cannot be understood`, async () => {
      const { ended, output } = run(["serve"], { [name]: given })
      assert.strictEqual(await ended, 2)
      assert.lengthOf(output().trim().split("\n"), 1)
      assert.include(output(), name)
      assert.include(output(), accepted)
    })
  }

  for (const name of ["SECRET_KEY", "STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET"]) {
    it(`hides what was given for ${name}`, async () => {
      const { ended, output } = run(["serve"], { [name]: "too short" })
      assert.strictEqual(await ended, 2)
      assert.include(output(), name)
      assert.notInclude(output(), "too short")
    })
  }

  it("says in one line that the database does not answer, and that its port is taken", async () => {
    const lost = run(["serve"], { DATABASE_URL: "postgres://postgres@127.0.0.1:1/nowhere", DEMO: "true" })
    assert.strictEqual(await lost.ended, 1)
    assert.match(lost.output().trim(), /^The database does not let us in: .*Look at DATABASE_URL\.$/)

    const other = createServer().listen(0, "127.0.0.1")
    await once(other, "listening")
    const { port } = other.address() as { readonly port: number }
    const late = run(["serve"], { DATABASE_URL: "memory:", PORT: String(port) })
    assert.strictEqual(await late.ended, 1)
    assert.strictEqual(late.output().trim(), "Another program listens on this port. Stop it, or set PORT.")
    other.close()
  })

  it("tells its commands", async () => {
    const { ended, output } = run(["--help"])
    assert.strictEqual(await ended, 0)
    for (const command of ["serve", "stdio", "migrate", "seed", "doctor"]) assert.include(output(), command)
  })

  it("looks at itself", async () => {
    const { ended, output } = run(["doctor", "--json"], { DATABASE_URL: "memory:" })
    assert.strictEqual(await ended, 0)
    const findings = JSON.parse(output().trim().split("\n").at(-1)!) as ReadonlyArray<{ ok: boolean; what: string }>
    assert.sameMembers(
      findings.map(({ what }) => what),
      ["node", "settings", "database"]
    )
    assert.isTrue(findings.every(({ ok }) => ok))
  })
})
