import { Arbitrary, Effect } from "effect"
import { CheckoutEvent, CheckoutState } from "../../schemas/checkout.ts"
import { OrderEventType, OrderStatus } from "../../schemas/order.ts"
import { moves } from "../../src/domain/orderLife.ts"
import { checking } from "../../test/domain/few.ts"
import { rules } from "../../test/domain/rules.ts"
import { stories, told } from "../../test/domain/stories.ts"

const states = Object.keys(CheckoutState.cases)
const events = Object.keys(CheckoutEvent.cases)

/** Where each event leads from each state, as the law itself answers in the stories that visit every cell of it. */
const cells = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  const { seed } = checking.arbitrary
  for (const story of Effect.runSync(Arbitrary.sampleEffect(stories, { count: 300, seed }))) {
    for (const { after, before, event } of told(rules)(story)) {
      if (after === undefined) continue
      const cell = `${before._tag} ${event._tag}`
      found.set(cell, (found.get(cell) ?? new Set()).add(after._tag))
    }
  }
  return found
}

const inOrder = (all: ReadonlyArray<string>, some: ReadonlySet<string>) => all.filter((each) => some.has(each))

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>) =>
  [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n")

/** The law of checkout as a table and as a diagram, and the life of an order. */
export const laws = (): Readonly<Record<"law" | "diagram" | "life", string>> => {
  const found = cells()
  const next = (state: string, event: string) => inOrder(states, found.get(`${state} ${event}`) ?? new Set())
  const law = table(
    ["in", ...events],
    states.map((state) => [`**${state}**`, ...events.map((event) => next(state, event).join(" or ") || "refused")])
  )
  const arrows = states.flatMap((state) =>
    events.flatMap((event) => next(state, event).map((to) => `  ${state} --> ${to}: ${event}`))
  )
  const diagram = ["```mermaid", "stateDiagram-v2", "  [*] --> Open", ...arrows, "```"].join("\n")
  const happenings = OrderEventType.literals.filter((event) => event !== "confirmed" && event !== "refunded")
  const life = table(
    ["in", ...happenings.map((event) => event.replaceAll("_", " "))],
    OrderStatus.literals.map((status) => [
      `**${status.replaceAll("_", " ")}**`,
      ...happenings.map((event) => moves[status][event]?.replaceAll("_", " ") ?? "refused")
    ])
  )
  return { law, diagram, life }
}
