import { type Era, eras, type HttpRequest, restSearch, searches, toolCall } from "./requests.ts"

export type Who = "craftlocal" | "nodeHttp" | "officialSdk" | "handWrittenRpc"

export const names: Readonly<Record<Who, string>> = {
  craftlocal: "CraftLocal",
  nodeHttp: "node:http + pg, by hand",
  officialSdk: "official SDK, per request",
  handWrittenRpc: "JSON-RPC by hand, from memory"
}

export interface Entrant {
  readonly who: Who
  /** When the requests are not those of the workload. */
  readonly requests?: ReadonlyArray<HttpRequest>
  readonly label?: string
  /** Our throughput divided by this one's should be at least this. */
  readonly goal?: number
}

/** What is asked, of us first, and of the others. */
export interface Workload {
  readonly name: string
  readonly requests: ReadonlyArray<HttpRequest>
  readonly others: ReadonlyArray<Entrant>
}

const anonymous = "CraftLocal, anonymous"

const searchCalls = (era: Era) => searches.map((query) => toolCall(era, "search_listings", { query }))

export const workloads = (token: string): ReadonlyArray<Workload> => [
  {
    name: "REST search",
    requests: searches.map(restSearch),
    others: [{ who: "nodeHttp", goal: 0.7 }]
  },
  {
    name: "REST browse",
    requests: [restSearch("")],
    others: [{ who: "nodeHttp", goal: 0.7 }]
  },
  ...eras.map((era) => ({
    name: `MCP list_categories, ${era}`,
    requests: [toolCall(era, "list_categories", {})],
    others: [
      { who: "officialSdk", goal: 3 },
      { who: "handWrittenRpc", goal: 0.45 }
    ] as const
  })),
  ...eras.map((era) => ({
    name: `MCP list_categories, signed in, ${era}`,
    requests: [toolCall(era, "list_categories", {}, token)],
    others: [
      { who: "craftlocal", label: anonymous, requests: [toolCall(era, "list_categories", {})], goal: 0.9 }
    ] as const
  })),
  {
    name: "MCP search_listings, signed in, 2025",
    requests: searches.map((query) => toolCall("2025", "search_listings", { query }, token)),
    others: [{ who: "craftlocal", label: anonymous, requests: searchCalls("2025"), goal: 0.9 }]
  },
  ...eras.map((era) => ({
    name: `MCP search_listings, ${era}`,
    requests: searchCalls(era),
    others: [{ who: "officialSdk" }] as const
  }))
]
