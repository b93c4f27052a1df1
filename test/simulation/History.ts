import type { Random } from "../../src/demo/random.ts"
import type { Simulation } from "./Simulation.ts"

interface Thing {
  readonly listingId: string
  readonly variant: string
}

/** What has happened in one history, as those know it who were there. */
export class History {
  readonly random: Random
  readonly simulation: Simulation
  readonly things: ReadonlyArray<Thing> = [
    { listingId: "lst_mug", variant: "Small" },
    { listingId: "lst_mug", variant: "Large" },
    { listingId: "lst_bowl", variant: "" },
    { listingId: "lst_scarf", variant: "" },
    { listingId: "lst_print", variant: "" }
  ]
  /** Messages of the outbox that were delivered. */
  readonly delivered = new Set<string>()
  readonly violations: Array<string> = []
  private readonly answers = new Map<string, string>()
  private readonly lastTold = new Map<string, number>()
  private readonly agreed = new Map<string, Set<number>>()

  constructor(random: Random, simulation: Simulation) {
    this.random = random
    this.simulation = simulation
  }

  violated(law: string): void {
    this.violations.push(law)
    this.simulation.trace.push(`VIOLATED ${law}`)
  }

  /** A buyer was told a total, in cents; none is known yet without one. */
  told(checkoutId: string, total: number | undefined): void {
    if (total === undefined) this.lastTold.delete(checkoutId)
    else this.lastTold.set(checkoutId, total)
  }

  /** A buyer asks to pay what they were told last. */
  agrees(checkoutId: string): void {
    const total = this.lastTold.get(checkoutId)
    if (total === undefined) return
    const agreed = this.agreed.get(checkoutId) ?? new Set()
    this.agreed.set(checkoutId, agreed.add(total))
  }

  /** Agreed when the request was sent, or told since: the same request again pays what the first was told. */
  hasAgreed(checkoutId: string, amount: number): boolean {
    return this.lastTold.get(checkoutId) === amount || (this.agreed.get(checkoutId)?.has(amount) ?? false)
  }

  /** The same request with the same key has one answer. */
  answered(request: string, { body, status }: { readonly status: number; readonly body: unknown }): void {
    const answer = JSON.stringify([status, body])
    const before = this.answers.get(request)
    if (before !== undefined && before !== answer) this.violated(`two answers to ${request}`)
    this.answers.set(request, answer)
  }
}
