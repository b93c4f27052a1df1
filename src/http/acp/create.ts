import { Effect } from "effect"
import { CreateRequest } from "../../../schemas/acp/CreateRequest.ts"
import { askedLines } from "../../../schemas/acp/items.ts"
import { Checkout } from "../../services/Checkout.ts"
import { now } from "../../services/now.ts"
import { chosenDeliveries } from "./chosenDeliveries.ts"
import { decode } from "./decode.ts"
import { wrong } from "./Problem.ts"
import { pointed } from "./pointed.ts"
import { priceChanges } from "./priceChanges.ts"
import { said } from "./said.ts"
import type { Shown } from "./session/Shown.ts"

const read = decode(CreateRequest)

/** Opens a checkout, also of what is sold out: the session then says so. */
export const create = Effect.fn("acp.create")(function* (body: unknown) {
  const checkout = yield* Checkout
  const request = yield* read(body)
  if (request.currency.toLowerCase() !== "usd") {
    return yield* wrong(400, "unsupported_currency", "Prices are in usd only.", "$.currency")
  }
  const lines = askedLines(request) ?? []
  const { changes: asked, messages } = said(request)
  const chosen = request.selected_fulfillment_options
  const changes = {
    ...asked,
    ...(chosen && { deliveries: yield* chosenDeliveries(chosen, [], lines) }),
    interventions: request.capabilities?.interventions?.supported ?? []
  }
  const session = yield* checkout
    .open(asked.setLines ?? [], { changes, keepShortages: true })
    .pipe(Effect.mapError(pointed(lines)))
  const { contents } = session.state
  return { session, at: yield* now, messages: [...messages, ...priceChanges(contents, lines)] } satisfies Shown
})
