import pg from "pg"
import { type Actor, acting, type Simulation } from "./Simulation.ts"

const connect = pg.Pool.prototype.connect as (...args: ReadonlyArray<unknown>) => Promise<pg.PoolClient>
const query = pg.Client.prototype.query as (...args: ReadonlyArray<unknown>) => Promise<unknown>

const gone = () => Object.assign(new Error("Connection terminated unexpectedly"), { code: "08006" })

const textOf = (statement: unknown) =>
  typeof statement === "string" ? statement : ((statement as { readonly text?: string } | undefined)?.text ?? "")

/** Never answers: its process is dead. */
const never = new Promise<never>(() => {})

/** Clients whose connection is gone: nothing gets through any more. */
const cut = new WeakSet<pg.Client>()

const statement = async (
  simulation: Simulation,
  client: pg.Client,
  actor: Actor,
  text: string,
  run: () => Promise<unknown>
): Promise<unknown> => {
  if (cut.has(client) || simulation.isDead(actor)) throw gone()
  const { random, weather } = simulation
  if (!/^\s*(SELECT(?! \w+_payment\()|BEGIN|SAVEPOINT|RELEASE)/i.test(text)) simulation.wrote = true
  if (text !== "ROLLBACK" && random.chance(weather.crash)) {
    const after = random.chance(0.5)
    if (after) await run()
    simulation.crash(`${after ? "after" : "before"} ${text.slice(0, 60)}`)
    throw gone()
  }
  if (random.chance(weather.database)) {
    cut.add(client)
    const unheard = random.chance(0.5)
    if (unheard) await run()
    simulation.happened(unheard ? "a statement was done and not heard of" : "a statement was lost")
    simulation.trace.push(`  at ${text.slice(0, 60)}`)
    throw gone()
  }
  return run()
}

/**
 * Every statement of the driver belongs to the simulation while it runs: a transaction, or a statement of its own, waits
 * for a turn, and each statement may fail or be the last of its process.
 */
export const overDatabase = async <A>(simulation: Simulation, work: () => Promise<A>): Promise<A> => {
  pg.Pool.prototype.connect = function (this: pg.Pool, ...args: ReadonlyArray<unknown>) {
    const actor = acting()
    if (actor === undefined || args.length > 0) return connect.apply(this, [...args])
    if (simulation.isDead(actor)) return never
    return simulation.turnOf(actor, "asks the database").then(() => simulation.during(connect.apply(this, [...args])))
  } as never
  pg.Client.prototype.query = function (this: pg.Client, ...args: ReadonlyArray<unknown>) {
    const actor = acting()
    if (actor === undefined) return query.apply(this, [...args])
    return simulation.during(statement(simulation, this, actor, textOf(args[0]), () => query.apply(this, [...args])))
  } as never
  try {
    return await work()
  } finally {
    pg.Pool.prototype.connect = connect as never
    pg.Client.prototype.query = query as never
  }
}
