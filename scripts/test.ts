// Builds the widgets where they are stale, runs every suite, and closes with `N passed, N failed`.
import { spawnSync } from "node:child_process"
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { buildWidgets } from "./widgets.ts"

const root = fileURLToPath(new URL("..", import.meta.url))
const report = `${root}.build/tests.json`

await buildWidgets()
mkdirSync(`${root}.build`, { recursive: true })
rmSync(report, { force: true })

const { status } = spawnSync(
  process.execPath,
  [
    `${root}node_modules/vitest/vitest.mjs`,
    "run",
    "--config",
    "test/vitest.config.ts",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    ...process.argv.slice(2)
  ],
  { cwd: root, stdio: "inherit" }
)

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: ReadonlyArray<{ readonly status: string; readonly assertionResults: ReadonlyArray<unknown> }>
}

const read = (): Report => {
  try {
    return JSON.parse(readFileSync(report, "utf8"))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, testResults: [] }
  }
}

const { numFailedTests, numPassedTests, numPendingTests, testResults } = read()
/** A file that could not even be loaded has no tests of its own to fail. */
const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ""
console.log(`${numPassedTests} passed, ${numFailedTests + broken} failed${skipped}`)
process.exitCode = status === 0 && numFailedTests + broken === 0 ? 0 : 1
