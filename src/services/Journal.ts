import { Clock, Context, Effect, Layer } from "effect"
import type { Channel } from "../../schemas/access.ts"
import { ownerOf } from "../domain/access.ts"
import type { Caller } from "../ports/Caller.ts"
import { Audit, type AuditEntry } from "../store/Audit.ts"

/** What is noted beside the writes, whose rows commit with what they do. */
export interface Noted {
  readonly action: string
  /** `done`, or the code or the kind of what refused it. */
  readonly outcome: string
  readonly subject?: string
}

/** Whoever asked, as far as it is known before anybody is let in. */
type Asker = Pick<Caller["Service"], "viewer" | "correlationId"> & { readonly channel: Channel | "webhook" }

/** Kept one by one until they are written; more than these, and all of guests, are counted by the second. */
const most = 5_000

/** How many kinds are counted in a second; what is of another kind is lost, and the log says so. */
const mostKinds = 5_000

/**
 * Reads, refusals, and what looks like an attack, for the audit: noted in this process and written once a second in one
 * statement, so that nobody waits for it. What was noted in the last second before a crash is lost; writes are not noted
 * here.
 */
export class Journal extends Context.Service<
  Journal,
  {
    readonly note: (asker: Asker, noted: Noted) => Effect.Effect<void>
    /** Writes what is noted. What cannot be written is let go, and the log says so. */
    readonly flush: Effect.Effect<void>
  }
>()("craftlocal/services/Journal") {
  static readonly layer = Layer.effect(
    Journal,
    Effect.gen(function* () {
      const audit = yield* Audit
      const context = yield* Effect.context<never>()
      let one: Array<AuditEntry> = []
      let counted = new Map<string, AuditEntry & { times: number }>()
      let lost = 0
      let waits = false

      const flush = Effect.suspend(() => {
        waits = false
        const entries = [...one, ...counted.values()]
        const dropped = lost
        one = []
        counted = new Map()
        lost = 0
        const told = dropped === 0 ? Effect.void : Effect.logWarning(`the audit lost ${dropped} notes`)
        if (entries.length === 0) return told
        return Effect.andThen(
          told,
          Effect.catchCause(audit.addAll(entries), (cause) =>
            Effect.logWarning(`the audit could not keep ${entries.length} notes`, cause)
          )
        )
      })
      const flushSoon = () => {
        if (waits) return
        waits = true
        Effect.runForkWith(context)(Effect.delay(flush, "1 second"))
      }

      const keep = (asker: Asker, { action, outcome, subject = "" }: Noted, now: number) => {
        flushSoon()
        const { channel, correlationId, viewer } = asker
        const client = viewer._tag === "Account" ? (viewer.clientId ?? null) : null
        const entry = () => {
          const at = new Date(now)
          return { at, actor: ownerOf(viewer), channel, action, subject, correlationId, client, outcome, times: 1 }
        }
        if (viewer._tag !== "Guest" && one.length < most) return void one.push(entry())
        const kind = `${action} ${outcome} ${channel} ${subject} ${ownerOf(viewer)} ${client}`
        const known = counted.get(kind)
        if (known !== undefined) known.times += 1
        else if (counted.size < mostKinds) counted.set(kind, entry())
        else lost += 1
      }

      yield* Effect.addFinalizer(() => flush)
      return {
        flush,
        note: (asker, noted) =>
          Clock.clockWith((clock) => {
            keep(asker, noted, clock.currentTimeMillisUnsafe())
            return Effect.void
          })
      }
    })
  )
}
