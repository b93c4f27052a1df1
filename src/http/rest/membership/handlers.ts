import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Memberships } from "../../../services/Memberships.ts"
import { Api } from "../../Api.ts"
import { Writing } from "../Writing.ts"
import { join } from "./contract.ts"

export const layerMembership = HttpApiBuilder.group(
  Api,
  "membership",
  Effect.fnUntraced(function* (handlers) {
    const memberships = yield* Memberships
    const { once } = yield* Writing
    return handlers
      .handle("read", () => memberships.read)
      .handleRaw(
        "join",
        once(
          join,
          () => memberships.join,
          () => ""
        )
      )
  })
)
