import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import type { Session } from "../../../../schemas/session.ts"
import { Ordering } from "../../../services/Ordering.ts"
import { Api } from "../../Api.ts"
import { Writing } from "../Writing.ts"
import { cancel, complete, open, openBasket, revise } from "./contract.ts"

const shown = Effect.map((checkoutSession: Session) => ({ checkoutSession }))
const subject = ({ checkoutSession }: { readonly checkoutSession: Session }) => checkoutSession.id

export const layerCheckouts = HttpApiBuilder.group(
  Api,
  "checkouts",
  Effect.fnUntraced(function* (handlers) {
    const ordering = yield* Ordering
    const { once, saga } = yield* Writing
    return handlers
      .handle("read", ({ params }) => shown(ordering.read(params.id)))
      .handleRaw(
        "open",
        once(open, (input) => shown(ordering.open(input)), subject)
      )
      .handleRaw(
        "openBasket",
        once(openBasket, (input) => shown(ordering.open(input)), subject)
      )
      .handleRaw(
        "revise",
        once(revise, (input, { params }) => shown(ordering.revise(params.id, input)), subject)
      )
      .handleRaw(
        "complete",
        saga(
          complete,
          (input, { params }, record, again) => ordering.complete(params.id, input, record, again),
          subject
        )
      )
      .handleRaw(
        "cancel",
        saga(
          cancel,
          (_, { params }, record) =>
            shown(ordering.cancel(params.id, (canceled) => record({ checkoutSession: canceled }))),
          subject
        )
      )
  })
)
