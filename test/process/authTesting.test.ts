import { execFile } from "node:child_process"
import { readFileSync } from "node:fs"
import { promisify } from "node:util"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { type Running, serve } from "./server.ts"

const run = promisify(execFile)
const page = readFileSync(new URL("../../docs/auth-testing.md", import.meta.url), "utf8")

/** What the page has the reader type, and what it says comes out of it. */
const steps = [...page.matchAll(/```sh test\n([\s\S]*?)```\n(?:\n```\n([\s\S]*?)```)?/g)].map(
  ([, typed, shown = ""]) => ({
    typed: typed!,
    shown
  })
)

const tools = await Promise.all(["openssl version", "curl --version"].map((line) => run("sh", ["-c", line]))).then(
  () => true,
  () => false
)

/** As it is shown, with anything where the page has an ellipsis. */
const pattern = (shown: string) =>
  new RegExp(
    `^${shown
      .split("…")
      .map((text) => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"))
      .join("[^\\n]*?")}$`
  )

let server: Running
beforeAll(async () => {
  server = await serve({ DATABASE_URL: "memory:" })
}, 60_000)
afterAll(async () => {
  server.child.kill("SIGTERM")
  await server.ended
})

describe("what the page about testing sign-in has its reader do", () => {
  it.skipIf(!tools && !process.env.CI)("comes out as it says, step by step in one shell", async () => {
    const end = "--- end of a step ---"
    const script = steps.map(({ typed }) => `${typed}echo "${end}"\n`).join("")
    const { stdout } = await run("sh", ["-e", "-c", script], { env: { ...process.env, CRAFTLOCAL: server.url } })
    const came = stdout.replaceAll(server.url, "http://localhost:3001").split(`${end}\n`)
    assert.isAbove(steps.length, 9)
    for (const [at, { shown, typed }] of steps.entries()) {
      const said = came[at]!.endsWith("\n") || came[at] === "" ? came[at]! : `${came[at]}\n`
      assert.match(said, pattern(shown), typed)
    }
  })
})
