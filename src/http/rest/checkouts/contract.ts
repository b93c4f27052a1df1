import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import {
  IllegalStep,
  Invalid,
  KeyInFlight,
  KeyReused,
  NotFound,
  NotReady,
  OutOfStock,
  PaymentDeclined,
  RateLimited,
  SessionExpired,
  StaleCheckout,
  TotalChanged,
  Unauthorized
} from "../../../../schemas/errors.ts"
import { CheckoutId } from "../../../../schemas/ids.ts"
import { Completed, CompleteInput, OpenInput, ReviseInput, Session } from "../../../../schemas/session.ts"
import { wire } from "../../../../schemas/wire.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const params = { id: CheckoutId }
const Shown = wire({ checkoutSession: Session })
const Opened = Shown.annotate({ httpApiStatus: 201 })
const written = [RateLimited, Unauthorized, KeyInFlight, KeyReused, TooLarge, WrongType] as const

export const open = HttpApiEndpoint.post("open", "/api/v1/checkouts", {
  headers: idempotent,
  payload: wire(OpenInput),
  success: Opened,
  error: refusals(NotFound, Invalid, OutOfStock, ...written)
}).annotateMerge(
  about({
    summary: "Open a checkout",
    description:
      "From one listing or from a cart; a cart stays as it is. Signed-in buyers' e-mail and address are filled in. `missing` tells what is still needed."
  })
)

export const openBasket = HttpApiEndpoint.post("openBasket", "/api/v1/orders/checkout", {
  headers: idempotent,
  payload: wire({ cartId: OpenInput.cartId }),
  success: Opened,
  error: refusals(NotFound, Invalid, OutOfStock, ...written)
}).annotateMerge(
  about({
    summary: "Check out the basket",
    description: "Opens a checkout from a cart: the named one, or the one the account used last."
  })
)

const read = HttpApiEndpoint.get("read", "/api/v1/checkouts/:id", {
  params,
  success: Shown,
  error: refusals(NotFound)
}).annotateMerge(
  about({
    summary: "Read a checkout",
    description: "A guest's checkout answers to whoever holds its id, an account's to that account only."
  })
)

export const revise = HttpApiEndpoint.post("revise", "/api/v1/checkouts/:id", {
  params,
  headers: idempotent,
  payload: wire(ReviseInput),
  success: Shown,
  error: refusals(NotFound, Invalid, SessionExpired, IllegalStep, StaleCheckout, ...written)
}).annotateMerge(
  about({
    summary: "Change a checkout",
    description: "Lines, buyer, address, delivery and discount codes. What is left out stays as it is."
  })
)

export const complete = HttpApiEndpoint.post("complete", "/api/v1/checkouts/:id/complete", {
  params,
  headers: idempotent,
  payload: wire(CompleteInput),
  success: Completed,
  error: refusals(
    NotFound,
    Invalid,
    NotReady,
    OutOfStock,
    TotalChanged,
    PaymentDeclined,
    SessionExpired,
    IllegalStep,
    StaleCheckout,
    ...written
  )
}).annotateMerge(
  about({
    summary: "Pay, and place the order",
    description:
      "Charges exactly the total last shown, once. When this request itself changes the total, the change is saved, nothing is charged, and the answer is CONFLICT with the new total: the same request again pays it. Again on a completed checkout it answers the same order."
  })
)

export const cancel = HttpApiEndpoint.post("cancel", "/api/v1/checkouts/:id/cancel", {
  params,
  headers: idempotent,
  success: Shown,
  error: refusals(NotFound, SessionExpired, IllegalStep, StaleCheckout, ...written)
}).annotateMerge(
  about({ summary: "Cancel a checkout", description: "Nothing is charged. Refused while a payment is under way." })
)

export class Checkouts extends HttpApiGroup.make("checkouts")
  .add(open, openBasket, read, revise, complete, cancel)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "From lines to paid orders" })) {}
