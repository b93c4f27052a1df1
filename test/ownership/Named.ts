import type { Ask } from "../badinput/ask.ts"
import type { Market } from "../badinput/market.ts"
import type { Things } from "./things.ts"

/** A request that names something of somebody's, by its id. */
export interface Named {
  readonly things: Things
  /** Prepared once for all who ask. The same for any id, and good for the owners of the thing. */
  readonly ask: (market: Market) => Promise<(id: string) => Ask> | ((id: string) => Ask)
}

export const about = (things: Things, ask: (id: string, market: Market) => Ask): Named => ({
  things,
  ask: (market) => (id) => ask(id, market)
})
