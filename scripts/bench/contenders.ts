import { type ChildProcess, fork, spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import type { Plan } from "./Plan.ts"

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export interface Contender {
  readonly port: number
  readonly stop: () => Promise<void>
}

/** Ends the process by its own id, and by force when it takes too long. */
const stopOf = (child: ChildProcess) => () =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    const late = setTimeout(() => child.kill("SIGKILL"), 6000)
    child.once("exit", () => {
      clearTimeout(late)
      resolve()
    })
    child.kill("SIGTERM")
  })

const opened = async (child: ChildProcess, port: Promise<number>, name: string): Promise<Contender> => {
  const stop = stopOf(child)
  let late: NodeJS.Timeout | undefined
  try {
    const failed = new Promise<never>((_, reject) => {
      child.once("exit", (code) => reject(new Error(`${name} ended with ${code} before it listened`)))
      late = setTimeout(() => reject(new Error(`${name} did not listen within 30 seconds`)), 30_000)
    })
    return { port: await Promise.race([port, failed]), stop }
  } catch (cause) {
    await stop()
    throw cause
  } finally {
    clearTimeout(late)
  }
}

/** One of the contenders in this folder, in a process of its own. */
export const handWritten = (file: string, plan: Plan): Promise<Contender> => {
  const child = fork(at(file), { stdio: ["ignore", "ignore", "inherit", "ipc"] })
  const port = new Promise<number>((resolve) =>
    child.once("message", (message) => resolve((message as { port: number }).port))
  )
  child.send(plan)
  return opened(child, port, file)
}

/**
 * Our server as it is run, with nothing changed but its limit. `BENCH_NODE_OPTIONS` is for looking into it, such as
 * `--cpu-prof` or `--trace-gc`.
 */
export const ours = (databaseUrl: string, poolMax: number, roles = "web,worker"): Promise<Contender> => {
  const nodeOptions = process.env.BENCH_NODE_OPTIONS?.split(" ").filter((option) => option !== "") ?? []
  const child = spawn(process.execPath, [...nodeOptions, at("../../src/main.ts"), "serve"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_MAX: String(poolMax),
      DEMO: "true",
      ROLES: roles,
      PORT: "0",
      LOG_LEVEL: "warn",
      // Measurements of sign-in come from many addresses.
      TRUST_PROXY: "127.0.0.1/32,::1/128",
      RATE_LIMIT_PER_MINUTE: "100000000"
    }
  })
  const port = new Promise<number>((resolve) => {
    let said = ""
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      const found = /is open at http:\/\/[^:]+:(\d+)/.exec((said += text))
      if (found !== null) resolve(Number(found[1]))
    })
  })
  return opened(child, port, "our server")
}
