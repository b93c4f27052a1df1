import { serveStdio as serve } from "@modelcontextprotocol/server/stdio"
import { Effect } from "effect"
import type { Viewer } from "../../schemas/access.ts"
import type { Caller } from "../ports/Caller.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Widgets } from "../ports/Widgets.ts"
import { Identify } from "../services/Identify.ts"
import { offered as offeredHere } from "./offered.ts"
import { referenceServer } from "./Reference.ts"
import { makeRunner } from "./Runner.ts"
import type { Toolset } from "./tools/index.ts"

/** Serves the tools over standard input and output until the input ends. A guest, unless there is an access token. */
export const serveStdio = Effect.fn("serveStdio")(function* (options: {
  readonly toolset: Toolset | undefined
  readonly accessToken: string | undefined
}) {
  const { accessToken, toolset } = options
  const { publicUrl } = yield* Site
  const widgets = yield* Widgets
  const ids = yield* Ids
  const { person } = yield* Identify
  const viewer: Viewer = yield* person(accessToken && `Bearer ${accessToken}`)
  const offered = (yield* offeredHere).filter((tool) => toolset === undefined || tool.toolset === toolset)
  const { promise } = yield* makeRunner(offered, `${publicUrl}/.well-known/oauth-protected-resource/mcp`)
  const caller = Effect.map(ids.next("req"), (correlationId): Caller["Service"] => ({
    viewer,
    channel: "mcp",
    from: "stdio",
    correlationId
  }))
  const makeServer = yield* referenceServer({
    descriptors: offered.map((tool) => tool.descriptor((name) => widgets.current(name)?.uri)),
    call: (name, input, context) => promise(name, input, Effect.runSync(caller), context.mcpReq.signal)
  })
  yield* Effect.callback<void>((resume) => {
    const handle = serve(makeServer)
    process.stdin.once("end", () => resume(Effect.void))
    process.stdin.once("close", () => resume(Effect.void))
    return Effect.promise(() => handle.close())
  })
})
