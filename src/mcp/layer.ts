import { Effect, Layer } from "effect"
import type { HttpServerRequest } from "effect/http"
import { acpError } from "../../schemas/acp/refusals.ts"
import type { RateLimited, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import type { Caller } from "../ports/Caller.ts"
import { acpInstructions } from "./instructions.ts"
import { offered } from "./offered.ts"
import { layerMcp } from "./Server.ts"
import { acpTools, toolsets } from "./tools/index.ts"

/** The binding of ACP. Whoever has no key is told so in the protocol's words, and of no way to sign in. */
export const layerAcpBinding = (options: { readonly caller: Identified; readonly maxBody: number }) =>
  layerMcp({
    ...options,
    path: "/mcp/acp",
    tools: acpTools,
    instructions: acpInstructions,
    tellRefusal: (refusal) => ({ code: -32_000, data: acpError(refusal).body }),
    challenge: "Bearer"
  })

type Identified = Effect.Effect<
  Caller["Service"],
  Unauthorized | RateLimited | Unavailable,
  HttpServerRequest.HttpServerRequest
>

/** `/mcp` with every tool, `/mcp/<toolset>` with those of one toolset, and `/mcp/acp` for agents by their keys. */
export const layerMcpDoor = ({
  agent,
  ...options
}: {
  readonly caller: Identified
  readonly agent: Identified
  readonly maxBody: number
}) =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const tools = yield* offered
      yield* layerMcp({ ...options, path: "/mcp", tools })
      for (const toolset of toolsets) {
        const some = tools.filter((tool) => tool.toolset === toolset)
        if (some.length > 0) yield* layerMcp({ ...options, path: `/mcp/${toolset}`, tools: some })
      }
      yield* layerAcpBinding({ maxBody: options.maxBody, caller: agent })
    })
  )
