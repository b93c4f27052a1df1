import { Context, Effect, Layer } from "effect"
import { NotFound, RoleNeeded, Unauthorized, type Unavailable } from "../../schemas/errors.ts"
import { Caller } from "../ports/Caller.ts"
import { Accounts } from "../store/Accounts.ts"
import { type OwnShop, OwnShops } from "../store/OwnShops.ts"
import { orUnavailable } from "../store/Sql.ts"

type Refused = Unauthorized | RoleNeeded | Unavailable

/** Who the account behind a request is, beyond what its token allows. */
export class Standing extends Context.Service<
  Standing,
  {
    /** Every shop it sells under, the first one first; refused without one. */
    readonly shops: Effect.Effect<readonly [OwnShop, ...Array<OwnShop>], Refused, Caller>
    /** The shop it names, or its first. */
    readonly shop: (id: string | undefined) => Effect.Effect<OwnShop, Refused | NotFound, Caller>
    /** Refused unless it is an operator's. */
    readonly operator: Effect.Effect<void, Refused, Caller>
  }
>()("craftlocal/services/Standing") {
  static readonly layer = Layer.effect(
    Standing,
    Effect.gen(function* () {
      const accounts = yield* Accounts
      const own = yield* OwnShops

      const account = Effect.flatMap(Caller, ({ viewer }) =>
        viewer._tag === "Account"
          ? Effect.succeed(viewer.accountId)
          : Effect.fail(new Unauthorized({ why: "This needs the account of a person." }))
      )

      const shops = Effect.gen(function* () {
        const [first, ...others] = yield* orUnavailable(own.of(yield* account))
        return first === undefined ? yield* new RoleNeeded({ role: "seller" }) : ([first, ...others] as const)
      })

      return Standing.of({
        shops,
        shop: Effect.fnUntraced(function* (id) {
          const all = yield* shops
          const meant = id === undefined ? all[0] : all.find((shop) => shop.id === id)
          return meant ?? (yield* new NotFound({ what: "shop of this account" }))
        }),
        operator: Effect.gen(function* () {
          const found = yield* orUnavailable(accounts.find(yield* account))
          if (!found?.roles.includes("admin")) return yield* new RoleNeeded({ role: "admin" })
        })
      })
    })
  )
}
