import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openWorld, type World } from "../world.ts"
import { eras, post } from "./clients.ts"
import { aliases, hints, specified } from "./specified.ts"

type Json = { readonly [key: string]: any }

let world: World
let tools: ReadonlyArray<Json>

beforeAll(async () => {
  world = await openWorld()
  tools = (await post(world, { method: "tools/list" })).body.result.tools
})
afterAll(() => world.dispose())

const tool = (name: string): Json => tools.find((each) => each.name === name)!

/** The schema that a path leads to. */
const at = (schema: Json | undefined, path: string): Json | undefined =>
  path.split(".").reduce<Json | undefined>((node, step) => {
    const plain = step.replace("[]", "")
    const objects = node?.anyOf ? node.anyOf.find((each: Json) => each.type === "object") : node
    const next = objects?.properties?.[plain]
    return step.endsWith("[]") ? next?.items : next
  }, schema)

describe("the list of tools", () => {
  it("is the same in both eras, in the same order, with security schemes at the top level of the wire", async () => {
    for (const era of eras) {
      const { body } = await post(world, { method: "tools/list" }, { era })
      assert.deepStrictEqual(body.result.tools, tools)
    }
    assert.deepStrictEqual(
      tools.map(({ name }) => name),
      Object.keys(hints)
    )
  })

  for (const [name, [readOnly, destructive, scopes]] of Object.entries(hints)) {
    it(`${name} states its hints and its schemes in so many words`, () => {
      const { _meta, annotations, securitySchemes } = tool(name)
      const { title: _, ...stated } = annotations
      assert.deepStrictEqual(stated, {
        readOnlyHint: readOnly,
        destructiveHint: destructive,
        idempotentHint: readOnly || destructive,
        openWorldHint: false
      })
      const oauth = { type: "oauth2", scopes: Array.isArray(scopes) ? scopes : [] }
      const expected =
        scopes === "noauth" ? [{ type: "noauth" }] : scopes === "mixed" ? [{ type: "noauth" }, oauth] : [oauth]
      assert.deepStrictEqual(securitySchemes, expected)
      assert.deepStrictEqual(_meta.securitySchemes, expected)
    })
  }

  for (const [name, { inputs, outputs }] of Object.entries(specified)) {
    it(`${name} has every field that was specified`, () => {
      const { inputSchema, outputSchema } = tool(name)
      for (const [field, wanted] of Object.entries(inputs)) {
        const schema = at(inputSchema, field)
        assert.strictEqual(schema?.type, wanted.type, `${name}.${field}`)
        for (const each of wanted.enum ?? []) assert.include(schema?.enum, each, `${name}.${field}`)
        if (wanted.maximum !== undefined) assert.strictEqual(schema?.maximum, wanted.maximum)
        assert.strictEqual(
          (inputSchema.required ?? []).includes(field),
          wanted.required ?? false,
          `${name}.${field} required`
        )
      }
      for (const path of outputs) assert.isDefined(at(outputSchema, path), `${name} answers ${path}`)
    })
  }

  it("shows objects only, whole in themselves, and describes every input", () => {
    for (const { inputSchema, name, outputSchema } of tools) {
      assert.strictEqual(inputSchema.type, "object", name)
      assert.strictEqual(outputSchema.type, "object", name)
      assert.notInclude(JSON.stringify([inputSchema, outputSchema]), "$ref", name)
      for (const [field, schema] of Object.entries<Json>(inputSchema.properties)) {
        assert.isString(
          schema.description ??
            (schema.properties?.line1 ?? schema.properties?.title)?.description ??
            schema.items?.properties,
          `${name}.${field}`
        )
      }
    }
  })

  it("describes each tool by when to use it, briefly", () => {
    for (const { _meta, description, name } of tools) {
      assert.match(description, /^Use this when /, name)
      assert.isAtMost(description.length, 500, name)
      for (const key of ["openai/toolInvocation/invoking", "openai/toolInvocation/invoked"]) {
        assert.isAtMost(_meta[key].length, 64)
      }
    }
    // About four characters make a token; the addresses of the widgets are among them.
    assert.isAtMost(JSON.stringify(tools).length / 4, 22_000)
  })

  it("names the widget of a search by an address with a hash", () => {
    const { _meta } = tool("search_listings")
    assert.match(_meta.ui.resourceUri, /^ui:\/\/craftlocal\/product_grid\.[0-9a-f]{12}\.html$/)
    assert.strictEqual(_meta["openai/outputTemplate"], _meta.ui.resourceUri)
  })

  it("can be called by the names of the source documents, which it does not list", async () => {
    for (const [alias, name] of Object.entries(aliases)) {
      assert.isUndefined(tool(alias))
      const [byAlias, byName] = await Promise.all(
        [alias, name].map((each) =>
          post(world, { method: "tools/call", params: { name: each, arguments: { listing_id: 1 } } })
        )
      )
      assert.deepStrictEqual(byAlias!.body.result?.isError, byName!.body.result?.isError, alias)
      assert.isUndefined(byAlias!.body.error, alias)
    }
  })

  for (const toolset of ["storefront", "cart", "orders", "seller", "membership", "session"]) {
    it(`is served for the ${toolset} alone at its own address`, async () => {
      const { body } = await post(world, { method: "tools/list" }, { path: `/mcp/${toolset}` })
      const names = body.result.tools.map(({ name }: Json) => name)
      const expected = {
        storefront: ["search_listings", "get_listing", "list_categories"],
        cart: [
          "add_to_cart",
          "get_cart",
          "update_cart",
          "create_checkout",
          "get_checkout",
          "update_checkout",
          "complete_checkout",
          "cancel_checkout",
          "checkout_session",
          "get_payment_link"
        ],
        orders: ["get_orders", "get_order_detail", "cancel_order"],
        seller: [
          "create_listing",
          "update_listing",
          "delete_listing",
          "list_my_listings",
          "get_seller_dashboard",
          "update_order_status",
          "open_listing_form",
          "upload_listing_image"
        ],
        membership: ["get_membership", "join_membership"],
        session: ["create_session", "authenticate", "get_auth_status"]
      }[toolset]
      assert.deepStrictEqual(names, expected)
    })
  }
})
