import { Context, Effect, Layer } from "effect"
import type { Unauthorized, Unavailable } from "../../schemas/errors.ts"
import type { Membership, MembershipAnswer } from "../../schemas/membership.ts"
import { cents } from "../../schemas/money.ts"
import { benefitsOf, circle, welcome } from "../domain/circle.ts"
import { Caller } from "../ports/Caller.ts"
import { Site } from "../ports/Site.ts"
import { Accounts } from "../store/Accounts.ts"
import { orUnavailable } from "../store/Sql.ts"
import { now } from "./now.ts"
import { ownAccountAlone } from "./owned.ts"

/** The buyer programme: what it gives, and who is in it. */
export class Memberships extends Context.Service<
  Memberships,
  {
    /** Guests are told what there is to join. */
    readonly read: Effect.Effect<MembershipAnswer, Unavailable, Caller>
    /** In the transaction of the caller. Whoever is in it already stays so, since when they were. */
    readonly join: Effect.Effect<MembershipAnswer, Unauthorized | Unavailable, Caller>
  }
>()("craftlocal/services/Memberships") {
  static readonly layer = Layer.effect(
    Memberships,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const { freeShippingFrom } = yield* Site
      const benefits = benefitsOf(freeShippingFrom)

      const told = (signedIn: boolean, since: Date | null | undefined): Membership => ({
        program: circle,
        member: Boolean(since),
        memberSince: since?.toISOString() ?? null,
        signedIn,
        freeShippingFrom: cents(freeShippingFrom),
        currency: "usd",
        benefits
      })

      return Memberships.of({
        read: Effect.gen(function* () {
          const { viewer } = yield* Caller
          if (viewer._tag !== "Account") return { membership: told(false, null) }
          const account = yield* orUnavailable(accounts.find(viewer.accountId))
          return { membership: told(true, account?.memberSince) }
        }).pipe(Effect.withSpan("Memberships.read")),
        join: Effect.gen(function* () {
          const id = yield* ownAccountAlone(accounts)
          const { isNew, since } = yield* orUnavailable(accounts.join(id, yield* now))
          return { membership: told(true, since), message: welcome(since, isNew) }
        }).pipe(Effect.withSpan("Memberships.join"))
      })
    })
  )
}
