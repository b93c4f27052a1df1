import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Payments } from "../../../ports/Payments.ts"
import { Api } from "../../Api.ts"

export const layerPayment = HttpApiBuilder.group(
  Api,
  "payment",
  Effect.fnUntraced(function* (handlers) {
    const { provider } = yield* Payments
    const methods = ["card", "shared_payment_token"]
    return handlers.handle("providers", () => Effect.succeed({ providers: [{ ...provider, methods }] }))
  })
)
