import { DateTime, Effect } from "effect"

/** This moment, by the clock of the world we run in. */
export const now = Effect.map(DateTime.now, DateTime.toDateUtc)
