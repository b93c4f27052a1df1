import { type Context, Effect } from "effect"
import { HttpRouter, HttpServerRequest, HttpServerResponse } from "effect/http"
import { OAuth } from "../../ports/OAuth.ts"
import { Playground } from "../../ports/Playground.ts"
import type { RateLimit } from "../../ports/RateLimit.ts"
import { Site } from "../../ports/Site.ts"
import { Widgets } from "../../ports/Widgets.ts"
import type { Catalog } from "../../services/Catalog.ts"
import type { Operator } from "../pages/Operator.ts"
import { orRefused } from "../rest/told.ts"
import { file } from "./file.ts"
import { playgroundPage, type World } from "./page.ts"
import { sandbox } from "./sandbox.ts"
import { say } from "./say.ts"
import { versionsOf } from "./versions.ts"

export interface PlaygroundOptions {
  readonly demo: NonNullable<Context.Service.Shape<typeof Operator>["demo"]>
  /** The page looks for newer builds, as is wanted while they are made. */
  readonly dev: boolean
}

/** The playground, mounted in demo only, and only where it is built: a chat with this server, and every widget alone. */
export const layerPlayground = ({ demo, dev }: PlaygroundOptions) =>
  HttpRouter.use(
    Effect.fnUntraced(function* (router) {
      const built = yield* Playground
      if (built === undefined) return
      const { name: site, publicUrl, version } = yield* Site
      const { embedded, issuer } = yield* OAuth
      const widgets = versionsOf(yield* Widgets)
      const services = yield* Effect.context<RateLimit | Catalog>()
      const { script, style } = built

      const world: World = {
        site,
        public_url: publicUrl,
        version,
        agent_key: demo.agentKey,
        accounts: demo.accounts,
        ...(!embedded && { issuer }),
        widgets: Object.keys(widgets),
        dev
      }
      const page = Effect.succeed(playgroundPage(world, { script: script.hash, style: style.hash }))
      for (const path of ["/", "/playground/widgets", "/playground/widgets/:name"] as const)
        yield* router.add("GET", path, page)

      yield* router.add("GET", "/playground/app.js", file(script, "text/javascript; charset=utf-8"))
      yield* router.add("GET", "/playground/app.css", file(style, "text/css; charset=utf-8"))
      yield* router.add("GET", "/playground/sandbox", Effect.map(HttpServerRequest.ParsedSearchParams, sandbox))
      yield* router.add("POST", "/playground/say", Effect.provideContext(orRefused("playground.say")(say), services))
      if (dev) {
        const versions = HttpServerResponse.jsonUnsafe(
          { playground: script.hash + style.hash, widgets },
          { headers: { "cache-control": "no-store" } }
        )
        yield* router.add("GET", "/playground/version", Effect.succeed(versions))
      }
    })
  )
