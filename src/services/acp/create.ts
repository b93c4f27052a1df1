import { Effect } from "effect"
import { askedLines } from "../../../schemas/acp/items.ts"
import { Checkout } from "../Checkout.ts"
import { Notes } from "../Notes.ts"
import { now } from "../now.ts"
import { attributionSaid } from "./attributionSaid.ts"
import { chosenDeliveries } from "./chosenDeliveries.ts"
import type { Dialect } from "./dialects/Dialect.ts"
import { wrong } from "./Problem.ts"
import { pointed } from "./pointed.ts"
import { priceChanges } from "./priceChanges.ts"
import { said } from "./said.ts"
import type { Shown } from "./session/Shown.ts"

/** What an agent can do for a buyer, as far as the protocol has names for it. */
const known = ["3ds", "biometric", "address_verification"]

/** Opens a checkout, also of what is sold out: the session then says so. */
export const create = Effect.fn("acp.create")(function* (body: unknown, { readCreate }: Dialect) {
  const checkout = yield* Checkout
  const notes = yield* Notes
  const request = yield* readCreate(body)
  if ((request.currency ?? "usd").toLowerCase() !== "usd") {
    return yield* wrong(400, "unsupported_currency", "Prices are in usd only.", "$.currency")
  }
  const attribution = yield* attributionSaid(request.affiliate_attribution, "first_touch")
  const lines = askedLines(request) ?? []
  const { changes: asked, messages } = said(request)
  const changes = {
    ...asked,
    ...(yield* chosenDeliveries(request, [], lines)),
    interventions: known.filter((each) => request.capabilities?.interventions?.supported?.includes(each)),
    ...(request.metadata && { metadata: request.metadata })
  }
  const session = yield* checkout
    .open(asked.setLines ?? [], { changes, keepShortages: true })
    .pipe(Effect.mapError(pointed(lines)))
  yield* notes.keep(session.id, attribution)
  const { contents } = session.state
  return { session, at: yield* now, messages: [...messages, ...priceChanges(contents, lines)] } satisfies Shown
})
