import { Context, Effect, type Exit, Layer } from "effect"
import { readBuyer } from "../../../schemas/acp/buyer.ts"
import type { AcpCart } from "../../../schemas/acp/Cart.ts"
import { CartRequest } from "../../../schemas/acp/Cart.ts"
import { askedLines } from "../../../schemas/acp/items.ts"
import type { Refusal } from "../../../schemas/errors.ts"
import type { Caller } from "../../ports/Caller.ts"
import { Site } from "../../ports/Site.ts"
import { type Basket, Baskets } from "../Baskets.ts"
import { Writes, type Written } from "../Writes.ts"
import type { Asked } from "./Asked.ts"
import { answerOf } from "./answerOf.ts"
import { cartOf } from "./carts/cartOf.ts"
import { inCarts } from "./carts/inCarts.ts"
import { decode } from "./decode.ts"
import type { Dialect } from "./dialects/Dialect.ts"
import { type Problem, wrong } from "./Problem.ts"
import { pointed } from "./pointed.ts"

type Failure = Problem | Refusal

const read = decode(CartRequest)

/** What agents collect before they open a checkout, from a request in the words of the protocol to its answer. */
export class AcpCarts extends Context.Service<
  AcpCarts,
  {
    readonly create: (asked: Asked) => Effect.Effect<Written, Failure, Caller>
    readonly retrieve: (id: string, dialect: Dialect) => Effect.Effect<AcpCart, Failure, Caller>
    /** What it says takes the place of all before. */
    readonly replace: (id: string, asked: Asked) => Effect.Effect<Written, Failure, Caller>
    /** Answers the cart as it was last; from then on there is none. */
    readonly cancel: (id: string, asked: Asked) => Effect.Effect<Written, Failure, Caller>
  }
>()("craftlocal/services/acp/AcpCarts") {
  static readonly layer = Layer.effect(
    AcpCarts,
    Effect.gen(function* () {
      const writes = yield* Writes
      const baskets = yield* Baskets
      const { publicUrl } = yield* Site

      const once = (
        action: string,
        path: string,
        status: number,
        { body, dialect, key }: Asked,
        effect: Effect.Effect<AcpCart, Failure, Caller>
      ) =>
        Effect.andThen(
          inCarts(dialect),
          writes.once(
            {
              action,
              path,
              key,
              body,
              answer: (exit: Exit.Exit<AcpCart, Failure>) => answerOf(exit, status, (cart) => cart, dialect),
              subject: ({ id }) => id
            },
            Effect.tapDefect(effect, (defect) => Effect.logError(`${action} broke`, defect))
          )
        )

      const shown = (basket: Basket) => cartOf(basket, [], publicUrl)

      const held = Effect.fnUntraced(function* (id: string | undefined, body: unknown) {
        const request = yield* read(body)
        const lines = askedLines(request) ?? []
        const puts = lines.map(({ listingId, quantity, variant }) => ({ listingId, quantity, variant }))
        const basket = yield* baskets.hold(id, puts, readBuyer(request.buyer, undefined)).pipe(
          Effect.catchTag("OutOfStock", () =>
            Effect.fail(wrong(422, "out_of_stock", "Nothing of this can be bought right now.", "$.line_items"))
          ),
          Effect.mapError(pointed(lines))
        )
        return cartOf(basket, lines, publicUrl)
      })

      return AcpCarts.of({
        create: (asked) => once("acp.cart.create", "POST /carts", 201, asked, held(undefined, asked.body)),
        retrieve: (id, dialect) => Effect.andThen(inCarts(dialect), Effect.map(baskets.look(id), shown)),
        replace: (id, asked) => once("acp.cart.update", `PUT /carts/${id}`, 200, asked, held(id, asked.body)),
        cancel: (id, asked) =>
          once("acp.cart.cancel", `POST /carts/${id}/cancel`, 200, asked, Effect.map(baskets.discard(id), shown))
      })
    })
  )
}
