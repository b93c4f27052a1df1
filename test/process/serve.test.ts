import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout } from "node:timers/promises"
import { assert, describe, it } from "vitest"
import { freePort, run, serve } from "./server.ts"

describe("the server as a process", () => {
  it("serves the demo shop from an empty database in memory, and leaves when it is told to", async () => {
    const server = await serve({ DATABASE_URL: "memory:", SEED: "1" })
    const answer = await fetch(`${server.url}/api/v1/listings/search?q=mug&price_max=30`)
    assert.strictEqual(answer.status, 200)
    assert.isNotEmpty(((await answer.json()) as any).listings)
    assert.include(server.output(), "acp_demo_key")
    server.child.kill("SIGTERM")
    assert.oneOf(await server.ended, [0, 130, 143])
  })

  for (const [command, roles] of [
    ["worker", "web"],
    ["serve", "worker"]
  ] as const) {
    it(`runs the jobs without doors by ${command}, ROLES being ${roles}`, async () => {
      const port = await freePort()
      const worker = run([command], { DATABASE_URL: "memory:", ROLES: roles, PORT: String(port) })
      while (!worker.output().includes("delivers messages") && worker.child.exitCode === null) await setTimeout(50)
      assert.include(worker.output(), "delivers messages")
      assert.isTrue(
        await fetch(`http://127.0.0.1:${port}/health`).then(
          () => false,
          () => true
        )
      )
      worker.child.kill("SIGTERM")
      assert.oneOf(await worker.ended, [0, 130, 143])
    })
  }

  it("stops with one line when a setting cannot be understood, and shows no secret in it", async () => {
    const secret = run(["serve"], { STRIPE_SECRET_KEY: "too short" })
    assert.strictEqual(await secret.ended, 2)
    assert.lengthOf(secret.output().trim().split("\n"), 1)
    assert.include(secret.output(), "STRIPE_SECRET_KEY")
    assert.notInclude(secret.output(), "too short")
  })

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
    for (const command of ["serve", "stdio", "migrate", "seed", "outbox", "doctor"]) assert.include(output(), command)
  })

  it("looks at itself", async () => {
    const { ended, output } = run(["doctor", "--json"], { DATABASE_URL: "memory:" })
    assert.strictEqual(await ended, 0)
    const findings = JSON.parse(output().trim().split("\n").at(-1)!) as ReadonlyArray<{ ok: boolean; what: string }>
    assert.sameMembers(
      findings.map(({ what }) => what),
      ["node", "settings", "database", "outbox"]
    )
    assert.isTrue(findings.every(({ ok }) => ok))
  })

  it("reads the audit", async () => {
    const memory = { DATABASE_URL: "memory:" }
    const [read, wrong] = [
      run(["audit", "--json", "--actor", "guest"], memory),
      run(["audit", "--from", "never"], memory)
    ]
    assert.strictEqual(await read.ended, 0)
    assert.strictEqual(read.output().trim().split("\n").at(-1), "[]")
    assert.strictEqual(await wrong.ended, 2)
    assert.include(wrong.output(), "Say times such as")
  })

  it("shows what was given up, and says what it does not know", async () => {
    const memory = { DATABASE_URL: "memory:" }
    const commands = [["list", "--json"], ["replay", "placed:ord_nobody"], ["replay"], ["replay", "--all", "--json"]]
    const runs = commands.map((command) => run(["outbox", ...command], memory))
    const codes: Array<unknown> = []
    for (const { ended } of runs) codes.push(await ended)
    assert.deepStrictEqual(codes, [0, 1, 2, 0])
    const lines = runs.map(({ output }) => output().trim().split("\n").at(-1))
    assert.deepStrictEqual([lines[0], lines[3]], ["[]", `{"replayed":0}`])
    assert.include(lines[1], "dead message")
    assert.strictEqual(lines[2], "Name one message, or say --all.")
  })

  it("makes a key for an agent that wants to be told", async () => {
    const create = ["agent-key", "create", "An agent", "--json", "--webhook-url"]
    const good = run([...create, "https://agent.test/hook"], { DATABASE_URL: "memory:" })
    const bad = run([...create, "http://agent.test/hook"], { DATABASE_URL: "memory:" })
    assert.strictEqual(await good.ended, 0)
    const made = JSON.parse(good.output().trim().split("\n").at(-1)!)
    assert.match(made.webhookSecret, /^whsec_/)
    assert.strictEqual(await bad.ended, 1)
    assert.include(bad.output(), "webhook_url")
  })
})
