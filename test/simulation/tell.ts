import { Clock, Context, Effect } from "effect"
import { random } from "../../src/demo/random.ts"
import { Housekeeping } from "../../src/services/Housekeeping.ts"
import type { Bug } from "./bugs.ts"
import { overDatabase } from "./database.ts"
import { History } from "./History.ts"
import { makeLaws } from "./laws.ts"
import { buyer, clockwork, deliverSome, herald, maker, postman } from "./people.ts"
import { emptyBooks, overBadLine } from "./provider.ts"
import { Acting, calm, Simulation, type Weather } from "./Simulation.ts"
import type { Inside, OpenStage } from "./world.ts"

const dawn = new Date("2026-11-20T09:00:00.000Z")

const clean = `
  DELETE FROM refunds; DELETE FROM order_events; DELETE FROM order_lines; DELETE FROM orders; DELETE FROM stock_holds;
  DELETE FROM attempts; DELETE FROM checkouts; DELETE FROM idempotency; DELETE FROM outbox;
  SET craftlocal.forgetting = 'audit'; DELETE FROM audit; RESET craftlocal.forgetting;
  UPDATE variants SET stock = 2;
  UPDATE listings SET price = CASE id WHEN 'lst_mug' THEN 2800 WHEN 'lst_bowl' THEN 6001 WHEN 'lst_scarf' THEN 4999 ELSE 3000 END,
    stock = CASE id WHEN 'lst_mug' THEN 4 WHEN 'lst_print' THEN 1 ELSE 3 END WHERE id <> 'lst_crown'`

/** From fair to foul: most histories have some trouble, some have all of it, and some none. */
const weatherOf = (chance: ReturnType<typeof random>): Weather => {
  const bad = () => (chance.chance(0.55) ? 1 : 0)
  return {
    crash: 0.006 * bad(),
    database: 0.006 * bad(),
    provider: 0.5 * bad(),
    impatience: 0.12 * bad(),
    jump: 0.02 * bad()
  }
}

export interface Told {
  readonly seed: number
  readonly violations: ReadonlyArray<string>
  readonly trace: ReadonlyArray<string>
  readonly counts: ReadonlyMap<string, number>
}

/** One history: all that happens follows from its seed. It ends when everything has healed, without a person. */
export const tell = async (open: OpenStage, seed: number, bug?: Bug): Promise<Told> => {
  const chance = random(seed, "history")
  const simulation = new Simulation(chance, weatherOf(chance), dawn)
  const history = new History(chance, simulation)
  const books = emptyBooks()
  const names = random(seed, "names")
  open.stage.payments = overBadLine(simulation, books)
  open.stage.ids = {
    next: (prefix) => Effect.sync(() => names.id(prefix, 22)),
    number: Effect.sync(() => names.id("CL", 10))
  }
  const undo = bug?.(open.context, open.stage)
  await open.sql(clean)
  const laws = await makeLaws(history, books, open)

  const context = Context.add(open.context, Clock.Clock, simulation.clock)
  let acting = 0
  /** A person, who lives on when the server stops. */
  const start = (name: string, life: Effect.Effect<unknown, unknown, Inside>) => {
    acting += 1
    const mine = Effect.provideService(life, Acting, { name, process: undefined })
    Effect.runForkWith(context)(mine as Effect.Effect<unknown, unknown, never>).addObserver((exit) => {
      acting -= 1
      if (exit._tag === "Failure") simulation.trace.push(`${name} broke: ${String(exit.cause)}`)
    })
  }
  const everybody = () =>
    simulation.run(
      () => acting === 0,
      async () => {
        if (simulation.wrote) await laws.always()
        simulation.wrote = false
      }
    )

  try {
    await overDatabase(simulation, async () => {
      const buyers = chance.int(1, 3)
      for (let index = 1; index <= buyers; index++) start(`buyer ${index}`, buyer(history, `b${index}`))
      start("the clock", clockwork(history))
      start("the postman", postman(history))
      start("the herald", herald(history, books))
      start("the maker", maker(history))
      await everybody()

      // The weather clears, and time goes on.
      simulation.weather = calm
      const heal = Effect.gen(function* () {
        const { expire, reconcile } = yield* Housekeeping
        yield* Effect.sleep("2 minutes")
        yield* simulation.ask("the clock", reconcile)
        yield* Effect.sleep("40 minutes")
        yield* simulation.ask("the clock", expire)
        yield* simulation.ask("the clock", reconcile)
        for (let left = 4; left > 0; left--) yield* simulation.ask("the postman", deliverSome(history, true))
      })
      start("healing", heal)
      await everybody()
    })
    await laws.atLast()
  } catch (error) {
    history.violated(String(error))
  } finally {
    undo?.()
  }
  return { seed, violations: history.violations, trace: simulation.trace, counts: simulation.counts }
}
