import { type ChildProcess, spawn } from "node:child_process"
import { createServer } from "node:net"
import { fileURLToPath } from "node:url"
import { migrated, planted } from "../kept/kept.ts"

const main = fileURLToPath(new URL("../../src/main.ts", import.meta.url))
/** What Node has compiled of the sources, so that each process starts in two thirds of the time. */
const compiled = fileURLToPath(new URL("../../.build/compiled", import.meta.url))

const thisHour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000)
const withShop = await planted(thisHour)
const withoutShop = await migrated()

/** What has a database in memory begin where a first start has brought it, in a third of the time. */
const beginning = (command: string, { DATABASE_URL, DEMO, NODE_OPTIONS, SEED }: Readonly<Record<string, string>>) => {
  if (DATABASE_URL !== "memory:" || (DEMO ?? NODE_OPTIONS ?? SEED) !== undefined) return {}
  const begins = new URL("../kept/beginsFrom.ts", import.meta.url)
  begins.searchParams.set("file", ["serve", "worker"].includes(command) ? withShop : withoutShop)
  return { NODE_OPTIONS: `--import ${begins}` }
}

/** A port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { readonly port: number }
      server.close(() => resolve(port))
    })
  })

export interface Run {
  readonly child: ChildProcess
  readonly output: () => string
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>
}

/** The program itself, in a process of its own. */
export const run = (args: ReadonlyArray<string>, environment: Readonly<Record<string, string>> = {}): Run => {
  const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      ...inherited,
      LOG_FORMAT: "json",
      NODE_COMPILE_CACHE: compiled,
      ...beginning(args[0]!, environment),
      ...environment
    },
    stdio: ["pipe", "pipe", "pipe"]
  })
  let said = ""
  child.stdout!.on("data", (chunk) => {
    said += chunk
  })
  child.stderr!.on("data", (chunk) => {
    said += chunk
  })
  const ended = new Promise<number | string | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal))
  )
  return { child, output: () => said, ended }
}

export interface Running extends Run {
  readonly url: string
}

/** A server that answers, on a port of its own. */
export const serve = async (environment: Readonly<Record<string, string>>): Promise<Running> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const running = run(["serve"], {
    RATE_LIMIT_PER_MINUTE: "1000000",
    PUBLIC_URL: url,
    ...environment,
    PORT: String(port)
  })
  for (let turn = 0; turn < 600; turn++) {
    if (running.child.exitCode !== null) throw new Error(`the server ended: ${running.output()}`)
    const ready = await fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false
    )
    if (ready) return { ...running, url }
    await new Promise((next) => setTimeout(next, 100))
  }
  running.child.kill("SIGKILL")
  throw new Error(`the server did not get ready: ${running.output()}`)
}

/** A server as browsers of tests go there. */
export const placeOf = ({ url }: Running) => ({
  origin: url,
  fetch: (input: string | URL, init?: RequestInit) => fetch(new URL(input, url), init)
})
