import { Effect } from "effect"
import { now } from "./now.ts"

const hour = 60 * 60 * 1000

/**
 * The id of a letter that strangers can have sent: the same for one kind and account within an hour, so that asking again
 * offers the same message, and nobody's letter box is filled.
 */
export const letterId = (kind: string, accountId: string): Effect.Effect<string> =>
  Effect.map(now, (at) => `msg_${kind}_${accountId}_${Math.floor(at.getTime() / hour)}`)
