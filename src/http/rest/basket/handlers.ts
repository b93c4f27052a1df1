import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { Cart } from "../../../../schemas/cart.ts"
import { Baskets } from "../../../services/Baskets.ts"
import { Api } from "../../Api.ts"
import { Writing } from "../Writing.ts"
import { add, change, remove } from "./contract.ts"

const subject = ({ cartId }: Cart) => cartId

export const layerBasket = HttpApiBuilder.group(
  Api,
  "basket",
  Effect.fnUntraced(function* (handlers) {
    const baskets = yield* Baskets
    const { once } = yield* Writing
    return handlers
      .handle("read", ({ query }) => baskets.read(query.cartId))
      .handleRaw(
        "add",
        once(add, ({ cartId, variant = "", ...put }) => baskets.add(cartId, { ...put, variant }), subject)
      )
      .handleRaw(
        "change",
        once(change, ({ cartId, variant = "", ...put }) => baskets.update(cartId, [{ ...put, variant }]), subject)
      )
      .handleRaw(
        "remove",
        once(
          remove,
          ({ cartId, variant = "", ...put }) => baskets.update(cartId, [{ ...put, variant, quantity: 0 }]),
          subject
        )
      )
  })
)
