import { fileURLToPath } from "node:url"
import { Client } from "@modelcontextprotocol/client"
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio"
import { assert, describe, it } from "vitest"

const launcher = fileURLToPath(new URL("../../scripts/craftlocal.mjs", import.meta.url))

/** The official client starts the program as a client would: by the launcher, on whatever Node is there. */
const connect = async (...args: ReadonlyArray<string>) => {
  const client = new Client({ name: "test", version: "1" })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [launcher, "stdio", ...args],
      env: { PATH: process.env.PATH!, DATABASE_URL: "memory:" },
      stderr: "ignore"
    })
  )
  return client
}

describe("over standard input and output", () => {
  it("a client finds a mug and opens a checkout for it as a guest", async () => {
    const client = await connect()
    const found = await client.callTool({ name: "search_listings", arguments: { query: "mug", in_stock: true } })
    const { listings } = found.structuredContent as { listings: ReadonlyArray<{ id: string }> }
    const cart = await client.callTool({ name: "get_cart", arguments: {} })
    assert.isTrue(cart.isError)
    const tried = await Promise.all(
      listings.map(({ id }) => client.callTool({ name: "create_checkout", arguments: { listing_id: id } }))
    )
    assert.isTrue(tried.some(({ isError }) => !isError))
    await client.close()
  })

  it("offers one toolset when asked to", async () => {
    const client = await connect("--toolset", "storefront")
    const { tools } = await client.listTools()
    assert.deepStrictEqual(
      tools.map(({ name }) => name),
      ["search_listings", "get_listing", "list_categories"]
    )
    await client.close()
  })
})
