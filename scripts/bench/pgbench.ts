import { execFile } from "node:child_process"
import { promisify } from "node:util"

const run = promisify(execFile)

/** Debian keeps pgbench beside the server, and links it where the client programs are. */
const pgbench = async (databaseUrl: string, ...args: ReadonlyArray<string>) => {
  const { stdout } = await run("pgbench", [...args, databaseUrl], { timeout: 120_000 }).catch((cause) => {
    throw new Error(`pgbench is needed beside the server of Postgres (postgresql-contrib): ${cause}`)
  })
  return stdout
}

/** Fifty branches, so that connections do not wait for one another's. */
export const preparePgbench = (databaseUrl: string) => pgbench(databaseUrl, "-i", "-q", "-s", "50")

/** Transactions per second of the TPC-B-like script: three updates, a select and an insert, each committed. */
export const pgbenchTps = async (databaseUrl: string, connections: number, seconds: number): Promise<number> => {
  const said = await pgbench(databaseUrl, "-n", "-c", `${connections}`, "-j", "2", "-T", `${seconds}`)
  const tps = /^tps = ([\d.]+)/m.exec(said)?.[1]
  if (tps === undefined) throw new Error(`pgbench did not say its tps: ${said}`)
  return Number(tps)
}
