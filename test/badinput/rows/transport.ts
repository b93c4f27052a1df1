import { by, goesTo, header, message, modernTool, raw, rpc, says, tool, verbatim } from "../ask.ts"
import type { Market } from "../market.ts"
import { type Row, rowsOf } from "../Row.ts"
import { endless, manyKeys } from "./values.ts"

const parseError = [400, -32700] as const
const badRequest = [400, -32600] as const
const refusedAtTheDoor = [403, -32000] as const
const unauthorized = [401, -32001] as const

const good = () => tool("list_categories")
const search = () => tool("search_listings", { query: "mug" })
const widget = ({ widget }: Market) => rpc("resources/read", { uri: widget })
const modern = () => modernTool("list_categories")

export const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`
const listed = { jsonrpc: "2.0", id: 1, method: "tools/list" }

/** What the transport of MCP refuses before any tool is called. */
export const transport: ReadonlyArray<Row> = [
  ...rowsOf(
    "the body",
    good,
    ["nothing", raw(""), parseError],
    ["a brace", raw("{"), parseError],
    ["no JSON", raw("tools/call list_categories"), parseError],
    ["JSON that ends too early", raw((sent) => sent.slice(0, -2)), parseError],
    ["two messages one after the other", raw((sent) => sent + sent), parseError],
    ["an empty batch", raw("[]"), badRequest],
    ["a batch", raw((sent) => `[${sent},${sent}]`), badRequest],
    ["a batch of lists of tools", raw(JSON.stringify([listed])), badRequest],
    ["null", raw("null"), badRequest],
    ["a text", raw(`"tools/call"`), badRequest],
    ["a number", raw("7"), badRequest],
    ["an object without meaning", raw("{}"), badRequest],
    ["ten thousand lists inside one another", raw(deep), badRequest],
    ["more than a mebibyte", raw((sent) => sent + " ".repeat(2 ** 20)), [413, -32600]]
  ),
  ...rowsOf(
    "the message",
    good,
    ["no version of JSON-RPC", message("jsonrpc", undefined), badRequest],
    ["another version of JSON-RPC", message("jsonrpc", "1.0"), badRequest],
    ["a method that is none", message("method", "tools/destroy"), [200, -32601]],
    ["a method that is a number", message("method", 7), badRequest],
    ["a method that every object has", message("method", "constructor"), [200, -32601]],
    ["no params", message("params", undefined), [200, -32602]],
    ["params that are a list", message("params", ["list_categories"]), badRequest],
    ["params that are a text", message("params", "list_categories"), badRequest],
    ["params that are null", message("params", null), badRequest],
    ["an id that is an object", message("id", { a: 1 }), badRequest],
    ["a tool that is none", message("params.name", "destroy_shop"), [200, -32602]],
    ["a tool that every object has", message("params.name", "__proto__"), [200, -32602]],
    ["a tool of ten thousand characters", message("params.name", endless), [200, -32602]],
    ["a tool that is a number", message("params.name", 7), [200, -32602]],
    ["a tool without a name", message("params.name", undefined), [200, -32602]],
    ["arguments that are a list", message("params.arguments", ["mug"]), [200, -32602]],
    ["arguments that are a text", message("params.arguments", "mug"), [200, -32602]],
    ["arguments that are null", message("params.arguments", null), [200, -32602]]
  ),
  ...rowsOf("the message", search, [
    "arguments of ten thousand levels",
    says("other", verbatim(deep)),
    [200, "VALIDATION_ERROR"]
  ]),
  ...rowsOf("the message", search, ["ten thousand arguments", says("other", manyKeys), [200, "VALIDATION_ERROR"]]),
  ...rowsOf("the message", search, [
    "arguments with a number beyond all numbers",
    says("other", verbatim("1e9999")),
    [200, "VALIDATION_ERROR"]
  ]),
  ...rowsOf(
    "the headers",
    good,
    ["a content type that is not JSON", header("content-type", "text/plain"), [415, -32000]],
    ["no content type", header("content-type", "application/xml"), [415, -32000]],
    ["answers wanted in HTML", header("accept", "text/html"), [406, -32000]],
    ["answers wanted in JSON only", header("accept", "application/json"), [406, -32000]],
    ["a protocol of another century", header("mcp-protocol-version", "1999-01-01"), [400, -32000]],
    ["a protocol that is no date", header("mcp-protocol-version", "newest"), [400, -32602]],
    ["another origin", header("origin", "https://evil.example"), refusedAtTheDoor],
    ["an origin that is null", header("origin", "null"), refusedAtTheDoor],
    ["an origin that begins like ours", header("origin", "http://localhost:3001.evil.example"), refusedAtTheDoor],
    ["another host", header("host", "evil.example"), refusedAtTheDoor],
    ["a host that begins like ours", header("host", "localhost.evil.example"), refusedAtTheDoor],
    ["a forged token", header("authorization", "Bearer forged"), unauthorized],
    ["an empty token", header("authorization", "Bearer "), unauthorized],
    ["a password for a token", header("authorization", "Basic YTpi"), unauthorized],
    ["two tokens", header("authorization", "Bearer a, Bearer b"), unauthorized],
    ["a token of ten thousand characters", header("authorization", `Bearer ${endless}`), unauthorized],
    ["an agent's key for a token", header("authorization", "Bearer acp_demo_key"), unauthorized]
  ),
  ...rowsOf("the list of tools", () => rpc("tools/list", {}), [
    "a page that is a number",
    message("params.cursor", 7),
    [200, -32602]
  ]),
  ...rowsOf(
    "a resource",
    widget,
    ["one that is none", message("params.uri", "ui://craftlocal/nothing.html"), [200, -32602]],
    ["a file of the server", message("params.uri", "file:///etc/passwd"), [200, -32602]],
    ["what every object has", message("params.uri", "__proto__"), [200, -32602]],
    ["no address", message("params.uri", undefined), [200, -32602]],
    ["an address that is a list", message("params.uri", []), [200, -32602]]
  ),
  ...rowsOf(
    "the method",
    good,
    ["GET", ({ body: _, ...ask }) => by("GET")(ask), [405, -32000]],
    ["DELETE", ({ body: _, ...ask }) => by("DELETE")(ask), [405, -32000]],
    ["PUT", by("PUT"), [405, -32000]],
    ["an address below that is none", goesTo("/mcp/nowhere"), [404, -32000]]
  ),
  ...rowsOf(
    "an address of some tools",
    ({ plain }) => goesTo("/mcp/storefront")(tool("get_listing", { listing_id: plain })),
    [
      "a tool of another address",
      (ask, m) => message("params", { name: "create_checkout", arguments: { listing_id: m.plain } })(ask),
      [200, -32602]
    ]
  ),
  ...rowsOf(
    "the modern era",
    ({ plain }) => modernTool("create_checkout", { listing_id: plain, quantity: 1 }),
    ["none of it", says("quantity", 0), [200, "VALIDATION_ERROR"]],
    ["an unknown listing", says("listing_id", "lst_nothing"), [200, "NOT_FOUND"]],
    ["a forged token", header("authorization", "Bearer forged"), unauthorized]
  ),
  ...rowsOf(
    "the modern era",
    modern,
    ["no envelope", message("params._meta", undefined), [400, -32602]],
    ["an envelope that is a text", message("params._meta", "2026-07-28"), badRequest],
    ["another tool in the header", header("mcp-name", "get_orders"), [400, -32020]],
    ["no tool in the header", header("mcp-name", undefined), [400, -32020]],
    ["another method in the header", header("mcp-method", "tools/list"), [400, -32020]],
    ["another version in the header", header("mcp-protocol-version", "2025-06-18"), [400, -32020]],
    ["a tool that is none", message("params.name", "destroy_shop"), [400, -32020]],
    ["a batch", raw((sent) => `[${sent}]`), badRequest]
  )
]
