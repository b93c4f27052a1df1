import {
  type CallToolResult,
  type McpRequestContext,
  McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  type ServerContext
} from "@modelcontextprotocol/server"
import { Effect, Schema } from "effect"
import { Site } from "../ports/Site.ts"
import { Widgets } from "../ports/Widgets.ts"
import { instructions as ofTheShop } from "./instructions.ts"
import type { Tool } from "./Tool.ts"
import { hostOf } from "./widgetDomain.ts"
import { listWidgets, type Reader, widgetContents } from "./widgets.ts"

/** What the official server needs to know to serve our tools. */
export interface Serving {
  /** What a model reads first; of the shop when not given. */
  readonly instructions?: string
  /** Where it is served; nowhere over standard input and output. */
  readonly path?: string
  readonly descriptors: ReadonlyArray<ReturnType<Tool<never>["descriptor"]>>
  /** Undefined for a tool that does not exist. */
  readonly call: (name: string, input: unknown, context: ServerContext) => Promise<CallToolResult> | undefined
}

/** Read by schemas of ours: by its own, the library blames the server for what a client got wrong. */
const page = { params: Schema.toStandardSchemaV1(Schema.Struct({ cursor: Schema.optionalKey(Schema.String) })) }
const address = { params: Schema.toStandardSchemaV1(Schema.Struct({ uri: Schema.String })) }

/** Lists are the same for everybody and change with a release only. */
const forAll = { ttlMs: 300_000, cacheScope: "public" } as const

/** What is said of widgets is for the host that asks. */
const forOne = { ...forAll, cacheScope: "private" } as const

/**
 * The official server over our tools and widgets. It is made anew for each request that is not a plain call; the list
 * and the call of tools are set as handlers, so that top-level `securitySchemes` and our refusals reach the wire as they are.
 */
export const referenceServer = Effect.fnUntraced(function* ({
  call,
  descriptors,
  instructions = ofTheShop,
  path
}: Serving) {
  const { name, publicUrl, version } = yield* Site
  const widgets = yield* Widgets
  return ({ requestInfo }: McpRequestContext) => {
    const { server } = new McpServer(
      { name: "craftlocal", title: name, version, websiteUrl: publicUrl },
      {
        instructions,
        capabilities: { tools: {}, resources: {} },
        cacheHints: {
          "server/discover": forAll,
          "tools/list": forAll,
          "resources/list": forOne,
          "resources/read": forOne
        }
      }
    )
    const reader = (): Reader => {
      const agent = requestInfo?.headers.get("user-agent") ?? ""
      return { publicUrl, path, host: hostOf(agent, server.getClientVersion()?.name ?? "") }
    }
    server.setRequestHandler("tools/list", page, () => ({ tools: [...descriptors] }))
    server.setRequestHandler("tools/call", ({ params }, context) => {
      const answer = call(params.name, params.arguments ?? {}, context)
      if (answer === undefined) {
        const name = params.name.slice(0, 100).toWellFormed()
        throw new ProtocolError(ProtocolErrorCode.InvalidParams, `Unknown tool: ${name}. Choose one of tools/list.`)
      }
      return answer
    })
    server.setRequestHandler("resources/list", page, () => ({ resources: [...listWidgets(widgets, reader())] }))
    server.setRequestHandler("resources/templates/list", page, () => ({ resourceTemplates: [] }))
    server.setRequestHandler("resources/read", address, async ({ uri }) => {
      const widget = await Effect.runPromise(widgets.read(uri))
      if (widget === undefined) throw new ResourceNotFoundError(uri)
      return widgetContents(uri, widget.html, reader())
    })
    return server
  }
})
