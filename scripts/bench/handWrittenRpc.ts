// A contender: JSON-RPC answers written by hand, from memory, in the shapes of both eras. It checks the method only.
import { listening, readBody } from "./listening.ts"
import { contend } from "./Plan.ts"

await contend(({ categories, categoriesText, publicUrl }) => {
  const serverInfo = { name: "craftlocal", title: "CraftLocal", version: "0.1.0", websiteUrl: publicUrl }
  const result = { structuredContent: { categories }, content: [{ type: "text", text: categoriesText }] }
  const complete = { resultType: "complete", _meta: { "io.modelcontextprotocol/serverInfo": serverInfo } }
  return listening(async (request, response) => {
    const { id, method, params } = JSON.parse(await readBody(request))
    const isKnown = method === "tools/call" && params.name === "list_categories"
    const modern = request.headers["mcp-protocol-version"] === "2026-07-28"
    const body = JSON.stringify(
      isKnown
        ? { jsonrpc: "2.0", id, result: { ...result, ...(modern && complete) } }
        : { jsonrpc: "2.0", id, error: { code: -32601, message: "Method not found" } }
    )
    response.writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
    response.end(body)
  })
})
