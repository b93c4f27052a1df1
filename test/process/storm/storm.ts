import pg from "pg"
import { random } from "../../../src/demo/random.ts"
import { startDouble } from "../double.ts"
import { type Running, serve } from "../server.ts"
import { complaints, pieces, type StripeBooks } from "./laws.ts"
import { buyer, emptyMemory, type Street } from "./people.ts"

export const postgres = process.env.DATABASE_TEST_URL ?? "postgres://postgres@127.0.0.1:5432/"

const administer = async (statement: string) => {
  const client = new pg.Client(postgres)
  await client.connect()
  await client.query(statement)
  await client.end()
}

const pause = (milliseconds: number) => new Promise((next) => setTimeout(next, milliseconds))

export interface Storm {
  readonly kills: number
  readonly buyers?: number
  readonly seed?: number
  readonly heard?: (kill: number) => void
  /** A file beside this one in `planted/` that makes the server worse. */
  readonly bug?: string
}

export interface Weathered {
  readonly complaints: ReadonlyArray<string>
  readonly kills: number
  readonly counts: ReadonlyMap<string, number>
  /** Checkouts that became orders. */
  readonly completed: number
}

/**
 * Buyers who never stop, over the real server on a real Postgres, which is killed again and again at random moments and
 * comes back. What was paid is known to Stripe's double, which lives on. When it is over, everything must fit.
 */
export const weather = async ({ bug, buyers = 6, heard = () => {}, kills, seed = 1 }: Storm): Promise<Weathered> => {
  const chance = random(seed, "storm")
  const name = `craftlocal_storm_${process.pid}_${seed}_${bug ?? "sound"}`
  const url = new URL(postgres)
  url.pathname = `/${name}`
  await administer(`CREATE DATABASE ${name}`)
  const double = await startDouble()
  const start = () =>
    serve({
      DATABASE_URL: url.href,
      DATABASE_POOL_MAX: "8",
      DEMO: "true",
      LOG_LEVEL: "error",
      ...(bug && { NODE_OPTIONS: `--import ${new URL(`planted/${bug}.ts`, import.meta.url)}` }),
      STRIPE_SECRET_KEY: "sk_test_storm",
      STRIPE_API_BASE: double.url
    })
  let server: Running = await start()
  const db = new pg.Client(url.href)
  await db.connect()
  try {
    const { rows } = await db.query(`UPDATE listings l SET stock = 400 WHERE id IN (SELECT id FROM listings l
      WHERE status = 'active' AND shipping_enabled AND NOT EXISTS (SELECT FROM variants WHERE listing_id = l.id)
      ORDER BY id LIMIT 4) RETURNING id`)
    const things = rows.map(({ id }) => id as string)
    await db.query("UPDATE listings SET stock = 20 WHERE id = $1", [things[0]])
    const before = await pieces(db, things)

    const memory = emptyMemory()
    let over = false
    const street: Street = { address: () => server.url, isOver: () => over }
    const crowd = Array.from({ length: buyers }, (_, index) =>
      buyer(street, memory, random(seed, `buyer ${index}`), things)()
    )

    /** As if a minute had passed: payments, keys and messages of a process that is no more are free. */
    const aMinuteLater = async () => {
      for (const [table, moment, which] of [
        ["checkouts", "updated_at", "state = 'Paying'"],
        ["attempts", "started_at", "ended_at IS NULL"],
        ["idempotency", "running_until", "running_until IS NOT NULL"],
        ["outbox", "acquired_at", "acquired_at IS NOT NULL"]
      ]) {
        await db.query(`UPDATE ${table} SET ${moment} = ${moment} - interval '1 minute' WHERE ${which}`)
      }
    }

    const answers = () =>
      [...memory.counts].reduce((sum, [what, times]) => sum + (what.startsWith("paid: ") ? times : 0), 0)

    for (let kill = 1; kill <= kills; kill++) {
      // Half of the kills wait for buyers to get somewhere, on however slow a machine.
      const answered = answers()
      for (let turn = 0; kill % 2 === 0 && turn < 400 && answers() < answered + 4; turn++) await pause(25)
      await pause(chance.int(30, 700))
      server.child.kill("SIGKILL")
      await server.ended
      await aMinuteLater()
      server = await start()
      heard(kill)
    }
    over = true
    await Promise.all(crowd)

    // What was never answered heals by itself, once its time has come: a server looks for it when it starts.
    server.child.kill("SIGKILL")
    await server.ended
    for (let minute = 0; minute < 15; minute++) await aMinuteLater()
    server = await start()
    for (let turn = 0; turn < (bug === undefined ? 240 : 40); turn++) {
      const { rows } = await db.query(`SELECT (SELECT count(*) FROM checkouts WHERE state = 'Paying')
        + (SELECT count(*) FROM refunds WHERE status = 'pending') AS waiting`)
      if (rows[0].waiting === "0") break
      await pause(250)
    }
    const { rows: done } = await db.query(
      "SELECT count(*)::int AS n FROM checkouts WHERE state = 'Completed' AND channel <> 'demo'"
    )
    const books = (await double.books()) as StripeBooks
    return {
      complaints: await complaints(db, books, memory, before),
      kills,
      counts: memory.counts,
      completed: done[0].n
    }
  } finally {
    server.child.kill("SIGKILL")
    await server.ended
    double.child.kill("SIGKILL")
    await db.end()
    await administer(`DROP DATABASE ${name} WITH (FORCE)`)
  }
}
