import { Context, Duration, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { CheckoutId } from "../../schemas/ids.ts"
import { Ids } from "../ports/Ids.ts"
import { Accounts } from "../store/Accounts.ts"
import { Audit } from "../store/Audit.ts"
import { Browsers } from "../store/Browsers.ts"
import { Carts } from "../store/Carts.ts"
import { Checkouts } from "../store/Checkouts.ts"
import { DeadLetters } from "../store/DeadLetters.ts"
import { Grants } from "../store/Grants.ts"
import { Idempotency } from "../store/Idempotency.ts"
import { Images } from "../store/Images.ts"
import { MailedLinks } from "../store/MailedLinks.ts"
import { PersonalData } from "../store/PersonalData.ts"
import { SignInSessions } from "../store/SignInSessions.ts"
import { orUnavailable } from "../store/Sql.ts"
import { WebhooksSeen } from "../store/WebhooksSeen.ts"
import { now } from "./now.ts"
import { Payment } from "./Payment.ts"

/** A payment that nobody touched for this long has lost whoever was making it. */
const abandoned = Duration.seconds(30)
const keysLive = Duration.hours(24)
/** Nobody sends a message again after so long. */
const messagesLive = Duration.days(30)
/** An account whose e-mail nobody confirms for so long was opened by mistake, or in the name of somebody else. */
const unconfirmedLive = Duration.days(7)
/** Whether anything shows a picture is looked at four times a day. */
const picturesLooked = Duration.hours(6)
/** A picture that nothing shows for so long is gone: the listing it was brought for was not made. */
const picturesLive = Duration.hours(24)

const before = (at: Date, duration: Duration.Duration) => new Date(at.getTime() - Duration.toMillis(duration))

/** What has to be done although nobody asks for it. */
export class Housekeeping extends Context.Service<
  Housekeeping,
  {
    /** Finishes payments that nobody finished; answers how many were looked at. */
    readonly reconcile: Effect.Effect<number, Unavailable>
    /** Ends checkouts whose time is over. */
    readonly expire: Effect.Effect<number, Unavailable>
    /** Forgets expired carts, browser sessions and links, keys of writes after a day, messages two weeks after they were delivered, and those of others after a month, accounts that nobody confirmed for a week, and pictures that nothing has shown for a day. */
    readonly sweep: Effect.Effect<void, Unavailable>
  }
>()("craftlocal/services/Housekeeping") {
  static readonly layer = Layer.effect(
    Housekeeping,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const checkouts = yield* Checkouts
      const browsers = yield* Browsers
      const carts = yield* Carts
      const grants = yield* Grants
      const signIns = yield* SignInSessions
      const idempotency = yield* Idempotency
      const images = yield* Images
      const audit = yield* Audit
      const seen = yield* WebhooksSeen
      const deadLetters = yield* DeadLetters
      const links = yield* MailedLinks
      const names = yield* Ids
      const payment = yield* Payment
      const personalData = yield* PersonalData

      /** One that fails is left for the next round, and does not keep the others waiting. */
      const each = (ids: ReadonlyArray<CheckoutId>, what: "reconcile" | "expire") =>
        Effect.as(
          Effect.forEach(
            ids,
            Effect.fnUntraced(
              function* (id) {
                const found = yield* orUnavailable(checkouts.find(id))
                if (found === undefined) return
                const ended = yield* payment[what](found)
                if (ended.version === found.version) return
                const correlationId = yield* names.next("job")
                const entry = { actor: "system", channel: "clock", action: what, subject: id, correlationId }
                yield* orUnavailable(audit.add({ ...entry, at: yield* now }))
              },
              Effect.catchCause((cause) => Effect.logWarning(`could not ${what} a checkout`, cause))
            ),
            { discard: true }
          ),
          ids.length
        )

      return {
        reconcile: Effect.gen(function* () {
          const ids = yield* orUnavailable(checkouts.unfinished(before(yield* now, abandoned)))
          return yield* each(ids, "reconcile")
        }).pipe(Effect.withSpan("Housekeeping.reconcile")),
        expire: Effect.gen(function* () {
          const ids = yield* orUnavailable(checkouts.overdue(yield* now))
          return yield* each(ids, "expire")
        }).pipe(Effect.withSpan("Housekeeping.expire")),
        sweep: Effect.gen(function* () {
          const at = yield* now
          yield* orUnavailable(carts.sweep(at))
          yield* orUnavailable(idempotency.sweep(before(at, keysLive)))
          yield* orUnavailable(seen.sweep(before(at, messagesLive)))
          yield* orUnavailable(browsers.sweep(at))
          yield* orUnavailable(links.sweep(at))
          yield* orUnavailable(grants.sweep(at))
          yield* orUnavailable(signIns.sweep(at))
          yield* orUnavailable(personalData.sweep)
          yield* orUnavailable(accounts.sweep(before(at, unconfirmedLive)))
          yield* orUnavailable(deadLetters.sweep)
          yield* orUnavailable(images.sweep(before(at, picturesLooked), before(at, picturesLive), at))
        }).pipe(Effect.withSpan("Housekeeping.sweep"))
      }
    })
  )
}
