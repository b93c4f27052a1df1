import { Effect, Layer } from "effect"
import type { HttpServerRequest } from "effect/http"
import { acpError } from "../../schemas/acp/refusals.ts"
import type { RateLimited, Unauthorized, Unavailable } from "../../schemas/errors.ts"
import type { Caller } from "../ports/Caller.ts"
import { acpInstructions } from "./instructions.ts"
import { layerMcp } from "./Server.ts"
import { acpTools, tools, toolsets } from "./tools/index.ts"

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
    Effect.all(
      [
        layerMcp({ ...options, path: "/mcp", tools }),
        ...toolsets.map((toolset) =>
          layerMcp({ ...options, path: `/mcp/${toolset}`, tools: tools.filter((tool) => tool.toolset === toolset) })
        ),
        layerAcpBinding({ maxBody: options.maxBody, caller: agent })
      ],
      { discard: true }
    )
  )
