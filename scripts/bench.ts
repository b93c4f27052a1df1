// How fast the read paths are, beside the same work without a framework and beside the official SDK: everybody on this
// machine, in one run, in turn. Ratios are the result; the absolute figures are those of the machine. `-- --json` for
// machines, `-- --only <text>` for the workloads whose name contains it. It fails on a bad answer, not on a goal missed.
import { cpus, loadavg } from "node:os"
import { parseArgs } from "node:util"
import { ask, sameAnswers } from "./bench/ask.ts"
import { type Contender, handWritten, ours } from "./bench/contenders.ts"
import { type Figures, table } from "./bench/figures.ts"
import { plantedMarket } from "./bench/market.ts"
import { measure } from "./bench/measure.ts"
import type { Category, Plan } from "./bench/Plan.ts"
import { completions, type Race, race } from "./bench/purchases.ts"
import { searches, toolCall } from "./bench/requests.ts"
import { signIns } from "./bench/signIns.ts"
import { type Painted, paintTable, paintTimes } from "./bench/widgets.ts"
import { type Who, type Workload, workloads } from "./bench/workloads.ts"

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string", default: "" },
    rounds: { type: "string", default: "3" },
    connections: { type: "string", default: "32" },
    milliseconds: { type: "string", default: "1000" }
  }
})

const pace = {
  connections: Number(options.connections),
  rounds: Number(options.rounds),
  milliseconds: Number(options.milliseconds),
  warmUp: 1500
}
const poolMax = 20
const say = (text: string) => void process.stderr.write(`${text}\n`)

const undo: Array<() => Promise<unknown>> = []
const keep = <A extends { readonly stop: () => Promise<void> }>(contender: A): A => {
  undo.push(contender.stop)
  return contender
}
const undone = async () => {
  for (let step = undo.pop(); step !== undefined; step = undo.pop()) await step().catch((cause) => say(String(cause)))
}
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void undone().then(() => process.exit(1)))

const tokenOf = async (port: number) => {
  const body = JSON.stringify({ email: "buyer@craftlocal.test", scopes: ["orders.read"] })
  const headers = { "content-type": "application/json" }
  const answer = await ask(port, { method: "POST", path: "/dev/token", headers, body })
  return (answer as { readonly access_token: string }).access_token
}

const planOf = async (port: number, market: Pick<Plan, "databaseUrl" | "statements">): Promise<Plan> => {
  const { result } = (await ask(port, toolCall("2025", "list_categories", {}))) as {
    readonly result: {
      readonly structuredContent: { readonly categories: ReadonlyArray<Category> }
      readonly content: readonly [{ readonly text: string }]
    }
  }
  return {
    databaseUrl: market.databaseUrl,
    statements: market.statements,
    poolMax,
    publicUrl: "http://localhost:0",
    categories: result.structuredContent.categories,
    categoriesText: result.content[0].text
  }
}

const run = async () => {
  say("Planting the demo market in a database of its own ...")
  const market = await plantedMarket(["", ...searches])
  undo.push(market.drop)
  const craftlocal = keep(await ours(market.databaseUrl, poolMax))
  const plan = await planOf(craftlocal.port, market)
  const open = async (file: string): Promise<Contender> => keep(await handWritten(file, plan))
  const ports: Record<Who, number> = {
    craftlocal: craftlocal.port,
    nodeHttp: (await open("nodeHttp.ts")).port,
    officialSdk: (await open("officialSdk.ts")).port,
    handWrittenRpc: (await open("handWrittenRpc.ts")).port
  }
  const chosen = workloads(await tokenOf(craftlocal.port)).filter(({ name }) => name.includes(options.only))
  const rows: Array<Figures> = []
  for (const workload of chosen) {
    say(`${workload.name} ...`)
    await compare(workload, ports)
    rows.push(...(await measure(workload, ports, pace)))
  }
  if ("sign-in".includes(options.only)) {
    say("sign-in ...")
    rows.push(...(await signIns(craftlocal.port, market.databaseUrl, pace)))
  }
  let raced: Race | undefined
  if ("complete race".includes(options.only)) {
    say("the race for the last pieces ...")
    raced = await race(craftlocal.port, market.databaseUrl)
    if (raced.sold !== raced.pieces || raced.left !== 0)
      throw new Error(`the race was not fair: ${JSON.stringify(raced)}`)
    say("complete ...")
    rows.push(...(await completions("complete, jobs in the same process", craftlocal.port, market.databaseUrl, pace)))
    // Nobody delivers meanwhile what the next one sells.
    await craftlocal.stop()
    const web = keep(await ours(market.databaseUrl, poolMax, "web"))
    rows.push(...(await completions("complete (pay, with a key), ROLES=web", web.port, market.databaseUrl, pace)))
  }
  return { postgres: market.postgres, rows, race: raced, widgets: await painted() }
}

/** Widgets in a browser, where there is one. */
const painted = async (): Promise<ReadonlyArray<Painted>> => {
  if (!"widgets".includes(options.only)) return []
  say("widgets ...")
  return paintTimes(7).catch((cause) => {
    say(`no widgets: ${cause instanceof Error ? cause.message.split("\n")[0] : cause}`)
    return []
  })
}

const compare = ({ others, requests }: Workload, ports: Readonly<Record<Who, number>>) =>
  sameAnswers(
    requests,
    ports.craftlocal,
    others.map(({ who }) => ports[who])
  )

try {
  const started = performance.now()
  const { postgres, race, rows, widgets } = await run()
  const machine = { node: process.version, postgres, cpus: cpus().length, load: loadavg()[0]! }
  if (options.json) console.log(JSON.stringify({ machine, ...pace, rows, race, widgets }, null, 2))
  else {
    console.log(table(rows))
    if (race !== undefined) {
      console.log(
        `\n${race.buyers} buyers at once for ${race.pieces} pieces: ${race.sold} sold in ${race.milliseconds} ms (goal: 2000).`
      )
    }
    if (widgets.length > 0) console.log(`\n${paintTable(widgets)}`)
    console.log(
      `\nNode ${machine.node}, Postgres ${postgres}, ${machine.cpus} cores, load ${machine.load.toFixed(1)}; ` +
        `${pace.connections} connections, medians of ${pace.rounds} rounds of ${pace.milliseconds} ms, ` +
        `${Math.round((performance.now() - started) / 1000)} s in all.\n"we do": CraftLocal's req/s divided by this one's.`
    )
  }
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause)
  process.exitCode = 1
} finally {
  await undone()
}
