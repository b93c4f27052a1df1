import { Effect } from "effect"
import { ownerOf } from "../domain/access.ts"
import { Caller } from "../ports/Caller.ts"
import { Audit } from "../store/Audit.ts"
import { now } from "./now.ts"

/** Leaves a trace of what happened to an account, by whoever asks: ids only, and nothing where it is not known. */
export const tracing = Effect.map(Audit, (audit) =>
  Effect.fnUntraced(function* (action: string, accountId: string | undefined, byOwner = true) {
    const { channel, correlationId, viewer } = yield* Caller
    const actor = byOwner && accountId !== undefined ? `account:${accountId}` : ownerOf(viewer)
    yield* audit.add({ at: yield* now, actor, channel, action, subject: accountId ?? "", correlationId })
  })
)
