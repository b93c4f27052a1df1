import { type Clock, Context, Duration, Effect, Fiber } from "effect"
import type { Random } from "../../src/demo/random.ts"

/** Who acts: a person or a job, by the server process of that generation; people outlive processes. */
export interface Actor {
  readonly name: string
  readonly process: number | undefined
}

export class Acting extends Context.Reference<Actor | undefined>("simulation/Acting", {
  defaultValue: () => undefined
}) {}

/** The actor whose fiber is running at this moment. */
export const acting = (): Actor | undefined => {
  const fiber = Fiber.getCurrent()
  return fiber === undefined ? undefined : Context.get(fiber.context, Acting)
}

/** How often what goes wrong: the chance at each point where it could. */
export interface Weather {
  /** The server stops, at a statement or at a call to the payment provider. */
  readonly crash: number
  /** A statement that the database does not do, or does without our hearing of it. */
  readonly database: number
  /** A request to the provider, or its answer, is lost or comes late. */
  readonly provider: number
  /** A buyer gives up waiting, and asks again. */
  readonly impatience: number
  /** The clock jumps. */
  readonly jump: number
}

export const calm: Weather = { crash: 0, database: 0, provider: 0, impatience: 0, jump: 0 }

/** Somebody who waits for their turn, or for a moment. */
interface Waiter {
  readonly label: string
  readonly actor: Actor | undefined
  /** In milliseconds of the steady clock; waits for nothing but a turn without it. */
  readonly due?: number
  /** Chosen only now and then. */
  readonly rare?: boolean
  readonly go: () => void
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/**
 * A world with one seed: whoever would do something that others could come in between waits for a turn, and one at a
 * time is let go, by chance. Time passes only when everybody waits for it.
 */
export class Simulation {
  readonly random: Random
  weather: Weather
  /** The process that is alive. */
  process = 1
  steady = 0
  private wall: number
  private waiters: Array<Waiter> = []
  private busy = 0
  private ticks = 0
  private readonly lost = new Map<object, { readonly process: number; readonly tell: () => void }>()
  /** Something was saved since somebody last looked. */
  wrote = true
  readonly trace: Array<string> = []
  /** How often each thing happened. */
  readonly counts = new Map<string, number>()

  constructor(random: Random, weather: Weather, begins: Date) {
    this.random = random
    this.weather = weather
    this.wall = begins.getTime()
  }

  readonly clock: Clock.Clock = {
    currentTimeMillisUnsafe: () => this.wall + this.steady,
    currentTimeMillis: Effect.sync(() => this.wall + this.steady),
    currentTimeNanosUnsafe: () => BigInt(this.wall + this.steady) * 1_000_000n,
    currentTimeNanos: Effect.sync(() => BigInt(this.wall + this.steady) * 1_000_000n),
    monotonicTimeNanosUnsafe: () => BigInt(this.steady) * 1_000_000n,
    monotonicTimeNanos: Effect.sync(() => BigInt(this.steady) * 1_000_000n),
    sleep: (duration) => this.waits("sleeps", { due: this.steady + Duration.toMillis(duration) })
  }

  happened(what: string): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + 1)
    this.trace.push(`${this.steady}ms ${what}`)
  }

  isDead({ process }: Actor): boolean {
    return process !== undefined && process !== this.process
  }

  /** Something is under way that nobody may come in between. */
  async during<A>(work: Promise<A>): Promise<A> {
    this.busy += 1
    this.ticks += 1
    try {
      return await work
    } finally {
      this.busy -= 1
      this.ticks += 1
    }
  }

  /** Waits for a turn, as a promise: dead processes never get one. */
  turnOf(actor: Actor | undefined, label: string): Promise<void> {
    return new Promise((resolve) => void this.enqueue({ label, actor, go: resolve }))
  }

  /** Waits for a turn; not any more, once it is interrupted. */
  waits(label: string, options: { readonly due?: number; readonly rare?: boolean } = {}): Effect.Effect<void> {
    return Effect.callback<void>((resume) => {
      const leave = this.enqueue({ label, actor: acting(), ...options, go: () => resume(Effect.void) })
      return Effect.sync(leave)
    })
  }

  private enqueue(waiter: Waiter): () => void {
    this.ticks += 1
    if (waiter.actor !== undefined && this.isDead(waiter.actor)) return () => {}
    this.waiters.push(waiter)
    return () => {
      this.ticks += 1
      this.waiters = this.waiters.filter((each) => each !== waiter)
    }
  }

  /** The server stops. Whoever waited for its answer hears that the connection is gone. */
  crash(where: string): void {
    this.process += 1
    this.happened("the server stopped")
    this.trace.push(`  at ${where}`)
    this.waiters = this.waiters.filter(({ actor }) => actor === undefined || !this.isDead(actor))
    for (const [request, { process, tell }] of this.lost) {
      if (process === this.process) continue
      this.lost.delete(request)
      tell()
    }
    this.ticks += 1
  }

  /** A request to the server that is alive; fails when that server stops before it answers, or its answer is lost. */
  ask<A, E, R>(
    name: string,
    effect: Effect.Effect<A, E, R>,
    isLost: () => boolean = () => false
  ): Effect.Effect<A, E | "connection lost", R> {
    return Effect.callback<A, E | "connection lost", R>((resume) => {
      const fiber = Fiber.getCurrent()!
      const actor: Actor = { name, process: this.process }
      const request = {}
      const tell = () => resume(Effect.fail("connection lost" as const))
      this.lost.set(request, { process: this.process, tell })
      const run = Effect.runForkWith(fiber.context as Context.Context<R>)
      this.ticks += 1
      run(Effect.provideService(effect, Acting, actor)).addObserver((exit) => {
        this.ticks += 1
        if (!this.lost.delete(request)) return
        if (isLost()) {
          this.happened("an answer to a buyer was lost")
          return tell()
        }
        resume(exit)
      })
    })
  }

  private async quiet(): Promise<void> {
    let last = -1
    for (let stable = 0; stable < 3; ) {
      await turn()
      if (this.busy > 0 || this.ticks !== last) {
        stable = 0
        last = this.ticks
      } else stable += 1
    }
  }

  private next(): Waiter | undefined {
    const { random } = this
    const ready = this.waiters.filter(({ due }) => due === undefined || due <= this.steady)
    const often = ready.filter(({ rare }) => !rare)
    const timers = this.waiters.filter(({ due }) => due !== undefined && due > this.steady)
    if (timers.length > 0 && (often.length === 0 || random.chance(0.1))) {
      const first = timers.reduce((least, each) => (each.due! < least.due! ? each : least))
      if (often.length > 0 || ready.length === 0 || random.chance(0.5)) {
        this.steady = first.due!
        return first
      }
    }
    const from =
      often.length > 0 && !(ready.length > often.length && random.chance(this.weather.impatience)) ? often : ready
    return from.length === 0 ? undefined : random.pick(from)
  }

  /** Lets everybody act until nobody is left; `checked` after each step. */
  async run(done: () => boolean, checked: (label: string) => Promise<void>, most = 5_000): Promise<void> {
    for (let steps = 0; ; steps++) {
      await this.quiet()
      if (done()) return
      if (steps > most) throw new Error("the history does not come to an end")
      if (this.random.chance(this.weather.jump)) this.jump()
      const waiter = this.next()
      if (waiter === undefined) throw new Error("everybody waits, and nobody for a turn")
      this.waiters = this.waiters.filter((each) => each !== waiter)
      this.ticks += 1
      // Nothing takes no time at all.
      this.steady += 1
      this.trace.push(`${this.steady}ms ${waiter.actor?.name ?? "somebody"} ${waiter.label}`)
      waiter.go()
      await this.quiet()
      await checked(waiter.label)
    }
  }

  /** The wall clock is put right: a few seconds back, or up to an hour ahead. */
  private jump(): void {
    const by = this.random.chance(0.3) ? -this.random.int(1, 20_000) : this.random.int(1_000, 3_600_000)
    this.wall += by
    this.happened(by < 0 ? "the clock went back" : "the clock jumped ahead")
  }
}
