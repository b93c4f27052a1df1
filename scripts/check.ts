// Format, lint, types with Effect's own diagnostics, floors, and stale generated files, side by side.
import { execFile } from "node:child_process"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

const root = fileURLToPath(new URL("..", import.meta.url))
const run = promisify(execFile)
const bin = (name: string) => `${root}node_modules/.bin/${name}`

const typeChecker = async () => (await run(bin("effect-tsgo"), ["get-exe-path"], { cwd: root })).stdout.trim()

const checks: Record<string, () => Promise<readonly [command: string, args: ReadonlyArray<string>]>> = {
  "format and lint": async () => [bin("biome"), ["check", "--error-on-warnings"]],
  types: async () => [await typeChecker(), ["-p", "."]],
  floors: async () => [process.execPath, ["scripts/floors.ts"]],
  generated: async () => [process.execPath, ["scripts/gen.ts", "--check"]],
  budgets: async () => [process.execPath, ["scripts/budgets.ts"]]
}

const outcomes = await Promise.all(
  Object.entries(checks).map(async ([name, command]) => {
    try {
      const [file, args] = await command()
      await run(file, [...args], { cwd: root, maxBuffer: 2 ** 26 })
      return { name, ok: true, said: "" }
    } catch (cause) {
      const { message, stderr = "", stdout = "" } = cause as { stdout?: string; stderr?: string; message: string }
      return { name, ok: false, said: `${stdout}${stderr}`.trim() || message }
    }
  })
)

for (const { name, ok, said } of outcomes) {
  console.log(`${ok ? "ok    " : "FAILED"} ${name}`)
  if (!ok) console.log(said)
}
if (outcomes.some(({ ok }) => !ok)) process.exitCode = 1
