import { createHash } from "node:crypto"
import { Cause, Context, Effect, Exit, Fiber, Layer, Predicate } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { KeyInFlight, KeyReused, type Unavailable } from "../../schemas/errors.ts"
import { ownerOf } from "../domain/access.ts"
import { canonical } from "../domain/canonical.ts"
import { Arrival, Caller } from "../ports/Caller.ts"
import { Audit, type AuditEntry } from "../store/Audit.ts"
import { type Answer, Idempotency, type WriteKey } from "../store/Idempotency.ts"
import { orUnavailable } from "../store/Sql.ts"
import { Journal } from "./Journal.ts"
import { logBroken } from "./logBroken.ts"
import { now } from "./now.ts"
import { type Record, unrecorded } from "./Record.ts"

export type { Answer, Record }
export { unrecorded }

/** A request that changes something. */
export interface Write<A, E> {
  /** What is done, for the audit: the tool's or the endpoint's name. */
  readonly action: string
  /** Where the request went; the same key on another path is another request. */
  readonly path: string
  readonly key: string | undefined
  /** The request as it came, to tell a repetition from another request under the same key. */
  readonly body: unknown
  /** How the door tells the outcome. A 5xx is never kept, nor that it was too soon or that a permission was missing. */
  readonly answer: (exit: Exit.Exit<A, E>) => Answer
  /** The id of what was changed. */
  readonly subject: (value: A) => string
}

export interface Written extends Answer {
  /** The first answer, told again; nothing was done. */
  readonly replayed: boolean
}

/** What is known of a key: whether a request with it was begun before, and what it was answered. */
interface Before {
  readonly begun: boolean
  readonly answer?: Written
}

/** What the same request would be answered at any other time too. */
const isFinal = ({ status }: Answer) => status < 500 && ![401, 403, 429].includes(status)

/** How long a write that takes several transactions may run before its key is free again. */
const longestRun = 60_000

/** A write goes on to its end, also when whoever asked for it has left. */
const toItsEnd = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.flatMap(Effect.forkDetach(effect, { startImmediately: true }), Fiber.join)

/** How it ended; what broke is for the log, since the door only tells that something did. */
const ending = <A, E, R>(action: string, effect: Effect.Effect<A, E, R>) =>
  Effect.exit(Effect.tapCause(effect, (cause) => (Cause.hasDies(cause) ? logBroken(action, cause) : Effect.void)))

/** Why a write was refused, by its code. */
const codeOf = (cause: Cause.Cause<unknown>): string => {
  const error = Cause.hasDies(cause) ? undefined : Cause.squash(cause)
  return Predicate.isObject(error) && "code" in error && typeof error.code === "string" ? error.code : "INTERNAL_ERROR"
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex")

/** Two bodies are the same when they are the same JSON, whatever the order of their keys. Absent is not null. */
const fingerprintOf = (body: unknown) => sha256(body === undefined ? "absent" : canonical(body))

/** A path that is too long for an index is known by its hash. */
const bounded = (path: string) => (path.length > 500 ? sha256(path) : path)

/**
 * The gate of every write, whichever door it came by: what it does, its trace in the audit and the record of its
 * answer commit together, so that the same request with the same key has one effect and one answer.
 */
export class Writes extends Context.Service<
  Writes,
  {
    /** A write that is one transaction. What it fails with undoes it, and is recorded as its answer. */
    readonly once: <A, E, R>(
      write: Write<A, E | Unavailable>,
      effect: Effect.Effect<A, E, R>
    ) => Effect.Effect<Written, KeyReused | KeyInFlight | Unavailable, R | Caller>
    /**
     * A write of several transactions, such as one with a payment in the middle; it calls `record` in the last. `again`
     * when the same request was begun before, by a process that did not finish it.
     */
    readonly saga: <A, E, R>(
      write: Write<A, E | Unavailable>,
      effect: (record: Record<A>, again: boolean) => Effect.Effect<A, E, R>
    ) => Effect.Effect<Written, KeyReused | KeyInFlight | Unavailable, R | Caller>
  }
>()("craftlocal/services/Writes") {
  static readonly layer = Layer.effect(
    Writes,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const audit = yield* Audit
      const idempotency = yield* Idempotency
      const { note } = yield* Journal

      /** Guests have no name of their own: they are told apart by where they come from. */
      const keyOf = <A, E>(write: Write<A, E>, { from, viewer }: Caller["Service"]): WriteKey | undefined =>
        write.key === undefined
          ? undefined
          : {
              identity: viewer._tag === "Guest" ? bounded(`guest:${from}`) : ownerOf(viewer),
              path: bounded(write.path),
              key: write.key
            }

      /** What this key has answered before, if it has. The lock holds until the transaction ends. */
      const before = Effect.fnUntraced(function* (
        key: WriteKey,
        fingerprint: string
      ): Effect.fn.Return<Before, KeyInFlight | KeyReused | SqlError.SqlError> {
        const inFlight = new KeyInFlight({ retryAfter: 1 })
        if (!(yield* idempotency.lock(key))) return yield* inFlight
        const found = yield* idempotency.find(key)
        if (found === undefined) return { begun: false }
        if (found.fingerprint !== fingerprint) return yield* new KeyReused()
        if (found.answer !== undefined) return { begun: true, answer: { ...found.answer, replayed: true } }
        if (found.runningUntil !== null && found.runningUntil > (yield* now)) return yield* inFlight
        return { begun: true }
      })

      const entryOf = Effect.fnUntraced(function* <A, E>(write: Write<A, E>, value: A) {
        const { channel, correlationId, viewer } = yield* Caller
        const client = viewer._tag === "Account" ? (viewer.clientId ?? null) : null
        const subject = write.subject(value)
        const at = yield* now
        return {
          at,
          actor: ownerOf(viewer),
          channel,
          action: write.action,
          subject,
          correlationId,
          client
        } satisfies AuditEntry
      })
      /** What was refused is noted; it has changed nothing that its row could commit with. */
      const noted = <A, E>({ action }: Write<A, E>, exit: Exit.Exit<unknown, unknown>) =>
        Exit.isSuccess(exit)
          ? Effect.void
          : Effect.flatMap(Caller, (caller) => note(caller, { action, outcome: codeOf(exit.cause) }))
      const trace = <A, E>(write: Write<A, E>, value: A) => Effect.flatMap(entryOf(write, value), audit.add)

      /** Begins a saga under its key, unless it runs somewhere else or has been answered. */
      const begin = Effect.fnUntraced(function* (
        key: WriteKey,
        fingerprint: string
      ): Effect.fn.Return<Before, KeyInFlight | KeyReused | SqlError.SqlError> {
        const at = yield* now
        const claimed = yield* idempotency.claim(key, fingerprint, at, new Date(at.getTime() + longestRun))
        if (claimed !== undefined) return { begun: claimed === "again" }
        const found = yield* idempotency.find(key)
        if (found !== undefined && found.fingerprint !== fingerprint) return yield* new KeyReused()
        if (found?.answer === undefined) return yield* new KeyInFlight({ retryAfter: 1 })
        return { begun: true, answer: { ...found.answer, replayed: true } }
      })

      const once = Effect.fnUntraced(
        function* <A, E, R>(write: Write<A, E | Unavailable>, effect: Effect.Effect<A, E, R>) {
          const key = keyOf(write, yield* Caller)
          const traced = Effect.tap(effect, (value) => trace(write, value))
          if (key === undefined) {
            const exit = yield* ending(write.action, orUnavailable(sql.withTransaction(traced)))
            yield* noted(write, exit)
            return { ...write.answer(exit as Exit.Exit<A, E | Unavailable>), replayed: false }
          }
          const fingerprint = fingerprintOf(write.body)
          return yield* sql.withTransaction(
            Effect.gen(function* () {
              const { answer: first } = yield* before(key, fingerprint)
              if (first !== undefined) return first
              const exit = yield* ending(write.action, orUnavailable(sql.withTransaction(traced)))
              yield* noted(write, exit)
              const answer = write.answer(exit as Exit.Exit<A, E | Unavailable>)
              if (isFinal(answer)) yield* idempotency.record(key, fingerprint, answer, yield* now)
              return { ...answer, replayed: false }
            })
          )
        },
        orUnavailable,
        toItsEnd
      )

      const saga = Effect.fnUntraced(
        function* <A, E, R>(
          write: Write<A, E | Unavailable>,
          effect: (record: Record<A>, again: boolean) => Effect.Effect<A, E, R>
        ) {
          const caller = yield* Caller
          const arrived = yield* now
          const key = keyOf(write, caller)
          const fingerprint = fingerprintOf(write.body)
          let again = false
          if (key !== undefined) {
            const { answer, begun } = yield* begin(key, fingerprint)
            if (answer !== undefined) return answer
            again = begun
          }
          let isRecorded = false
          const keep = Effect.fnUntraced(function* (answer: Answer) {
            if (key === undefined) return
            if (isFinal(answer)) yield* idempotency.record(key, fingerprint, answer, yield* now)
            else yield* idempotency.forget(key)
          })
          const recorded = (value: A) =>
            Effect.gen(function* () {
              yield* trace(write, value)
              yield* keep(write.answer(Exit.succeed(value)))
              isRecorded = true
            }).pipe(Effect.orDie, Effect.provideService(Caller, caller))
          const along: Record<A>["along"] = Effect.fnUntraced(function* (value, step) {
            const audit = yield* Effect.provideService(entryOf(write, value), Caller, caller)
            const kept = key && { key, fingerprint, answer: write.answer(Exit.succeed(value)), at: yield* now }
            const done = yield* step({ audit, ...(kept && { kept }) })
            isRecorded = true
            return done
          })
          const record: Record<A> = Object.assign(recorded, { along })
          const exit = yield* ending(
            write.action,
            orUnavailable(Effect.provideService(effect(record, again), Arrival, arrived))
          )
          const answer = write.answer(exit as Exit.Exit<A, E | Unavailable>)
          yield* Effect.provideService(noted(write, exit), Caller, caller)
          if (Exit.isFailure(exit)) yield* keep(answer)
          else if (!isRecorded) yield* sql.withTransaction(Effect.andThen(trace(write, exit.value), keep(answer)))
          return { ...answer, replayed: false }
        },
        orUnavailable,
        toItsEnd
      )

      return Writes.of({ once, saga } as unknown as Writes["Service"])
    })
  )
}
