import { type Agent, type Answer, agent } from "./agent.ts"
import { address, buyer } from "./requests.ts"
import type { World } from "./world.ts"

/** How an agent of one version says what it wants. */
export interface Speaker {
  readonly version: string
  readonly agent: Agent
  readonly create: (lines: Readonly<Record<string, number>>, over?: Record<string, unknown>) => Promise<Answer>
  readonly at: (address: unknown) => Record<string, unknown>
  /** By the options of an answer, those whose title says so. */
  readonly choose: (answer: Answer, words: RegExp) => Record<string, unknown>
  readonly pay: (token?: string) => Record<string, unknown>
  /** What a declined, a sold out, … is called, and what a state is. */
  readonly word: (word: string) => string
  readonly status: (status: string) => string
  readonly addressPath: string
}

const current = (world: World, version: string): Speaker => {
  const one = agent(world, "acp_test_one", version)
  return {
    version,
    agent: one,
    create: (lines, over = {}) =>
      one.create({
        line_items: Object.entries(lines).map(([id, quantity]) => ({ id, quantity })),
        currency: "usd",
        capabilities: { interventions: { supported: ["3ds"] } },
        buyer,
        fulfillment_details: { address },
        ...over
      }),
    at: (address) => ({ fulfillment_details: { address } }),
    choose: ({ body }, words) => ({
      selected_fulfillment_options: body.fulfillment_options
        .filter(({ title }: any) => words.test(title))
        .map(({ id, type }: any) => ({ type, option_id: id, item_ids: [] }))
    }),
    pay: (token = "spt_test_ok") => ({
      payment_data: { handler_id: "card_tokenized", instrument: { type: "card", credential: { type: "spt", token } } }
    }),
    word: (word) => word,
    status: (status) => status,
    addressPath: "$.fulfillment_details.address"
  }
}

const legacyWords: Record<string, string> = {
  region_restricted: "invalid",
  not_found: "out_of_stock",
  conflict: "invalid",
  expired: "invalid"
}

const legacyStatuses: Record<string, string> = {
  authentication_required: "in_progress",
  complete_in_progress: "in_progress",
  expired: "canceled"
}

const legacy = (world: World, version: string): Speaker => {
  const one = agent(world, "acp_test_one", version)
  return {
    version,
    agent: one,
    create: (lines, over = {}) =>
      one.create({
        items: Object.entries(lines).map(([id, quantity]) => ({ id, quantity })),
        buyer,
        fulfillment_address: address,
        ...over
      }),
    at: (address) => ({ fulfillment_address: address }),
    choose: ({ body }, words) => ({
      fulfillment_option_id: body.fulfillment_options.find(({ title }: any) => words.test(title)).id
    }),
    pay: (token = "spt_test_ok") => ({ payment_data: { token, provider: "stripe" } }),
    word: (word) => legacyWords[word] ?? word,
    status: (status) => legacyStatuses[status] ?? status,
    addressPath: "$.fulfillment_address"
  }
}

/** One for every value of the header that is served. */
export const speakers = (world: World): ReadonlyArray<Speaker> => [
  current(world, "2026-04-17"),
  current(world, "2026-01-30"),
  legacy(world, "2025-09-29"),
  legacy(world, "2025-09-12")
]

export const versions = ["2026-04-17", "2026-01-30", "2025-09-29", "2025-09-12"] as const
