import { Effect, Layer } from "effect"
import type { HttpServerRequest } from "effect/http"
import type { RateLimited, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import type { Caller } from "../ports/Caller.ts"
import { layerMcp } from "./Server.ts"
import { tools, toolsets } from "./tools/index.ts"

/** `/mcp` with every tool, and `/mcp/<toolset>` with those of one toolset. */
export const layerMcpDoor = (options: {
  readonly caller: Effect.Effect<
    Caller["Service"],
    Unauthorized | RateLimited | Unavailable,
    HttpServerRequest.HttpServerRequest
  >
  readonly maxBody: number
}) =>
  Layer.effectDiscard(
    Effect.all(
      [
        layerMcp({ ...options, path: "/mcp", tools }),
        ...toolsets.map((toolset) =>
          layerMcp({ ...options, path: `/mcp/${toolset}`, tools: tools.filter((tool) => tool.toolset === toolset) })
        )
      ],
      { discard: true }
    )
  )
