// Format, lint, types with Effect's own diagnostics, floors, stale generated files, and known holes in dependencies, side by side.
import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

const root = fileURLToPath(new URL("..", import.meta.url))
const run = promisify(execFile)
const bin = (name: string) => `${root}node_modules/.bin/${name}`

const typeChecker = async () => (await run(bin("effect-tsgo"), ["get-exe-path"], { cwd: root })).stdout.trim()

/** What npm knows of holes in what is installed. A registry that knows nothing is told, and is no reason to fail. */
const audited = async () => {
  const known = (text: string) => {
    try {
      return JSON.parse(text) as { readonly metadata?: { readonly vulnerabilities?: unknown } }
    } catch {
      return {}
    }
  }
  const asked = run("npm", ["audit", "--omit=dev", "--audit-level=high", "--json", "--fetch-retries=0"], {
    cwd: root,
    maxBuffer: 2 ** 26
  })
  const { failed, said } = await asked.then(
    ({ stdout }) => ({ failed: false, said: stdout }),
    ({ stdout = "" }: { readonly stdout?: string }) => ({ failed: true, said: stdout })
  )
  const isAnswer = known(said).metadata?.vulnerabilities !== undefined
  if (!isAnswer) return { name: "dependencies", word: "skipped", said: "the registry answers no audits" }
  return failed
    ? { name: "dependencies", word: "FAILED", said: "npm audit --omit=dev knows of serious holes" }
    : { name: "dependencies", word: "ok", said: "" }
}

const checks: Record<string, () => Promise<readonly [command: string, args: ReadonlyArray<string>]>> = {
  "format and lint": async () => [bin("biome"), ["check", "--error-on-warnings"]],
  types: async () => [await typeChecker(), ["-p", "."]],
  floors: async () => [process.execPath, ["scripts/floors.ts"]],
  generated: async () => [process.execPath, ["scripts/gen.ts", "--check"]],
  budgets: async () => [process.execPath, ["scripts/budgets.ts"]]
}

const outcomes = await Promise.all([
  audited(),
  ...Object.entries(checks).map(async ([name, command]) => {
    try {
      const [file, args] = await command()
      await run(file, [...args], { cwd: root, maxBuffer: 2 ** 26 })
      return { name, word: "ok", said: "" }
    } catch (cause) {
      const { message, stderr = "", stdout = "" } = cause as { stdout?: string; stderr?: string; message: string }
      return { name, word: "FAILED", said: `${stdout}${stderr}`.trim() || message }
    }
  })
])

for (const { name, said, word } of outcomes) {
  console.log(`${word.padEnd(7)} ${name}${word === "skipped" ? `: ${said}` : ""}`)
  if (word === "FAILED") console.log(said)
}
if (outcomes.some(({ word }) => word === "FAILED")) process.exitCode = 1
