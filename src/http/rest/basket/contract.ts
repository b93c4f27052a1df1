import { Effect, Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { Cart, Quantity, variantName } from "../../../../schemas/cart.ts"
import { Invalid, KeyInFlight, KeyReused, NotFound, OutOfStock, Unauthorized } from "../../../../schemas/errors.ts"
import { CartId, ListingId } from "../../../../schemas/ids.ts"
import { wire } from "../../../../schemas/wire.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const cartId = Schema.optionalKey(
  CartId.annotate({ description: "Left out: the cart this account used last. Guests always name theirs" })
)
const thing = {
  cartId,
  listingId: ListingId,
  variant: Schema.optionalKey(variantName("Needed where the listing has variants"))
}

const Addition = wire({ ...thing, quantity: Quantity.pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))) })
const Change = wire({
  ...thing,
  quantity: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 99 })).annotate({
    description: "How many there will be; 0 removes it"
  })
})
const Removal = wire(thing)
const ReadQuery = wire({ cartId })

const error = refusals(NotFound, Invalid, OutOfStock, KeyInFlight, KeyReused, Unauthorized, TooLarge, WrongType)

const read = HttpApiEndpoint.get("read", "/api/v1/basket", {
  query: ReadQuery,
  success: Cart,
  error: refusals(NotFound)
}).annotateMerge(
  about({ summary: "Read the basket", description: "What was collected, at today's prices.", query: ReadQuery })
)

export const add = HttpApiEndpoint.post("add", "/api/v1/basket/items", {
  headers: idempotent,
  payload: Addition,
  success: Cart,
  error
}).annotateMerge(
  about({
    summary: "Add to the basket",
    description:
      "On top of what is there. Without a cart_id the account's latest basket is used, or a new one is made: keep its cart_id."
  })
)

export const change = HttpApiEndpoint.patch("change", "/api/v1/basket/items", {
  headers: idempotent,
  payload: Change,
  success: Cart,
  error
}).annotateMerge(about({ summary: "Change a quantity", description: "Sets how many of a thing the basket holds." }))

export const remove = HttpApiEndpoint.delete("remove", "/api/v1/basket/items", {
  headers: idempotent,
  payload: Removal,
  success: Cart,
  error
}).annotateMerge(
  about({
    summary: "Remove from the basket",
    description: "Named in the body or in the query. What is not there is gone already.",
    bodyless: Removal
  })
)

export class Basket extends HttpApiGroup.make("basket")
  .add(read, add, change, remove)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What a buyer collects, from any number of shops" })) {}
