import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Moderation } from "../../../services/Moderation.ts"
import { Api } from "../../Api.ts"
import { Writing } from "../Writing.ts"
import { review } from "./contract.ts"

export const layerAdmin = HttpApiBuilder.group(
  Api,
  "admin",
  Effect.fnUntraced(function* (handlers) {
    const moderation = yield* Moderation
    const { saga } = yield* Writing
    return handlers
      .handle("queue", ({ query }) => moderation.queue(query))
      .handleRaw(
        "review",
        saga(
          review,
          (verdict, { params }, record) => moderation.judge(params.id, verdict, record),
          ({ listing }) => listing.id
        )
      )
  })
)
