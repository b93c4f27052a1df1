// A contender: the official SDK as its samples use it, a server made for each request, over the same data.
import type { IncomingMessage, ServerResponse } from "node:http"
import { createMcpHandler, type McpHttpHandler, McpServer } from "@modelcontextprotocol/server"
import * as z from "zod/v4"
import { searchByHand, tellSearch } from "./byHand.ts"
import { listening, readBody } from "./listening.ts"
import { contend } from "./Plan.ts"

const counted = z.array(z.object({ slug: z.string(), name: z.string(), count: z.number() }))
const category = z.object({ slug: z.string(), name: z.string(), listings: z.number() })
const searched = z.object({
  listings: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      description: z.string(),
      price: z.number(),
      currency: z.literal("usd"),
      images: z.array(z.string()),
      seller: z.object({ id: z.string(), name: z.string(), city: z.string(), rating: z.number() }),
      category: z.string(),
      tags: z.array(z.string()),
      in_stock: z.boolean()
    })
  ),
  total_count: z.number(),
  has_more: z.boolean(),
  facets: z.object({
    categories: counted,
    cities: counted,
    prices: z.array(z.object({ min: z.number(), max: z.number().nullable(), count: z.number() }))
  })
})
const asked = z.object({ query: z.string().max(200).optional() })
const categoriesOut = z.object({ categories: z.array(category) })

/** As `toNodeHandler` of the SDK's package for Node does it. */
const toNode = (handler: McpHttpHandler) => async (request: IncomingMessage, response: ServerResponse) => {
  const text = await readBody(request)
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === "string") headers.set(name, value)
  const answer = await handler.fetch(
    new Request(`http://${request.headers.host}${request.url}`, {
      method: request.method!,
      headers,
      ...(text && { body: text })
    })
  )
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body !== null) for await (const chunk of answer.body) response.write(chunk)
  response.end()
}

await contend((plan) => {
  const search = searchByHand(plan)
  const handler = createMcpHandler(() => {
    const server = new McpServer({ name: "sample", version: "1.0.0" })
    server.registerTool(
      "list_categories",
      { title: "List categories", description: "The kinds of goods", outputSchema: categoriesOut },
      () => ({
        structuredContent: { categories: [...plan.categories] },
        content: [{ type: "text", text: plan.categoriesText }]
      })
    )
    server.registerTool(
      "search_listings",
      { title: "Search listings", description: "Finds goods", inputSchema: asked, outputSchema: searched },
      async ({ query = "" }) => {
        const answer = await search(query)
        return { structuredContent: answer, content: [{ type: "text", text: tellSearch(answer) }] }
      }
    )
    return server
  })
  const listener = toNode(handler)
  return listening((request, response) => {
    listener(request, response).catch((cause) => {
      if (!response.headersSent) response.writeHead(500)
      response.end(String(cause))
    })
  })
})
