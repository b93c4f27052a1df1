import { spawn } from "node:child_process"
import { once } from "node:events"
import { fileURLToPath } from "node:url"

const tool = fileURLToPath(
  new URL("../../node_modules/@modelcontextprotocol/conformance/dist/index.js", import.meta.url)
)

export interface Verdict {
  readonly exitCode: number
  /** All that it said, to be shown when something is wrong. */
  readonly said: string
  /** By scenario, as the tool sums them up. */
  readonly checks: Readonly<Record<string, { readonly passed: number; readonly failed: number }>>
}

/** Runs the official tool. `heard` is told all that it has said so far, whenever it says more. */
export const conformance = async (
  args: ReadonlyArray<string>,
  heard: (said: string) => void = () => undefined
): Promise<Verdict> => {
  const child = spawn(process.execPath, [tool, ...args], { stdio: ["ignore", "pipe", "pipe"] })
  let said = ""
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => heard((said += text)))
  }
  const late = setTimeout(() => child.kill("SIGKILL"), 45_000)
  const [exitCode] = await once(child, "close")
  clearTimeout(late)
  const summed = [...said.matchAll(/^\S ([\w-]+): (\d+) passed, (\d+) failed/gm)]
  return {
    exitCode,
    said,
    checks: Object.fromEntries(summed.map(([, name, passed, failed]) => [name, { passed: +passed!, failed: +failed! }]))
  }
}
