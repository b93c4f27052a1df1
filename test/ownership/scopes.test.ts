import { readFileSync } from "node:fs"
import { Context } from "effect"
import { afterAll, assert, beforeAll, describe, it } from "vitest"
import type { Scope } from "../../schemas/access.ts"
import { lacking } from "../../src/domain/access.ts"
import { Api } from "../../src/http/Api.ts"
import { Scopes } from "../../src/http/rest/about.ts"
import { tools } from "../../src/mcp/tools/index.ts"
import { type Answer, refusedBy, send } from "../badinput/answer.ts"
import { type Ask, as, header, modernTool, rest, tool } from "../badinput/ask.ts"
import { type Market, openMarket } from "../badinput/market.ts"
import { publicUrl } from "../world.ts"
import { document } from "./namedIds.ts"
import { everyScope } from "./people.ts"

let market: Market
beforeAll(async () => {
  market = await openMarket()
}, 60_000)
afterAll(() => market.world.dispose())

/** The most that a token may allow without allowing this. */
const without = (scope: Scope): ReadonlyArray<Scope> =>
  everyScope.filter((each) => lacking({ _tag: "Service", clientId: "", scopes: [each] }, [scope]).length > 0)

const given = new Map<string, Promise<string>>()
const tokenFor = (scopes: ReadonlyArray<Scope>): Promise<string> => {
  const known = given.get(scopes.join(" ")) ?? market.world.token("buyer@craftlocal.test", ...scopes)
  given.set(scopes.join(" "), known)
  return known
}

/** What a challenge says, but for its words to people. */
const challengeOf = ({ headers }: Answer) => {
  const said = headers.get("www-authenticate") ?? ""
  assert.match(said, /^Bearer [a-z_]+="[^"]*"(?:, [a-z_]+="[^"]*")*$/)
  const { error_description: _, ...rest } = Object.fromEntries(
    [...said.matchAll(/([a-z_]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!])
  )
  return rest
}

const metadata = (path: string) => ({ resource_metadata: `${publicUrl}/.well-known/oauth-protected-resource${path}` })
const chatGpt = header("user-agent", "openai-mcp/1.0.0")

const guarded = tools.filter(({ scopes }) => scopes.length > 0)
const calls = guarded.flatMap(({ name, scopes, toolset }) =>
  ["/mcp", `/mcp/${toolset}`].flatMap((path) =>
    [tool(name), modernTool(name)].map((ask, at) => ({
      says: `${name} at ${path} in the ${at === 0 ? "legacy" : "modern"} era`,
      ask: { ...ask, path },
      path,
      scopes
    }))
  )
)

describe("a tool that needs permissions", () => {
  it.each(calls)(
    "$says asks nobody to sign in, and whoever lacks one for all of them",
    async ({ ask, path, scopes }) => {
      const all = { ...metadata(path), scope: scopes.join(" ") }
      const told = async (asked: Ask, status: number, code: string, error: string) => {
        const answer = await send(market.world, asked)
        assert.deepStrictEqual([answer.status, refusedBy.mcp(answer.body).code], [status, code])
        assert.deepStrictEqual(challengeOf(answer), { ...all, error })
        const inside = await send(market.world, chatGpt(asked))
        assert.strictEqual(inside.status, 200)
        assert.deepStrictEqual(inside.body, answer.body)
        const meta = inside.body.result._meta["mcp/www_authenticate"]
        assert.deepStrictEqual(meta, [answer.headers.get("www-authenticate")])
      }
      await told(ask, 401, "UNAUTHORIZED", "invalid_token")
      for (const scope of scopes) {
        await told(as(await tokenFor(without(scope)), ask), 403, "FORBIDDEN", "insufficient_scope")
      }
    }
  )

  it("says so wherever tools are described, and one that needs none says that", () => {
    const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8")
    for (const { descriptor, name, scopes } of tools) {
      const { _meta, securitySchemes } = descriptor(() => undefined)
      assert.deepStrictEqual(_meta?.securitySchemes, securitySchemes)
      const needs = scopes.map((scope) => `\`${scope}\``).join(", ") || "nothing"
      assert.match(readme, new RegExp(`^\\| \`${name}\` \\|.*\\| ${needs} \\|$`, "m"))
      const [first] = securitySchemes
      assert.deepStrictEqual(first, scopes.length > 0 ? { type: "oauth2", scopes } : { type: "noauth" }, name)
      assert.strictEqual(securitySchemes.length > 1, scopes.length === 0 && "sign_in_session" in inputsOf(name), name)
    }
  })

  it("and finds out only when it knows whose thing it is, asks for them then", async () => {
    const reader = await tokenFor(["orders.read"])
    const order_id = await market.bought()
    for (const call of [tool, modernTool]) {
      const asked = as(reader, call("cancel_order", { order_id }))
      const answer = await send(market.world, asked)
      assert.deepStrictEqual([answer.status, refusedBy.mcp(answer.body).code], [403, "FORBIDDEN"])
      assert.deepStrictEqual(challengeOf(answer), {
        ...metadata("/mcp"),
        scope: "orders.write",
        error: "insufficient_scope"
      })
      const inside = await send(market.world, chatGpt(asked))
      assert.deepStrictEqual([inside.status, inside.body], [200, answer.body])
      const meta = inside.body.result._meta["mcp/www_authenticate"]
      assert.deepStrictEqual(meta, [answer.headers.get("www-authenticate")])
    }
    const foreign = await send(
      market.world,
      as(await market.world.token("seller2@craftlocal.test"), tool("cancel_order", { order_id }))
    )
    assert.deepStrictEqual([foreign.status, foreign.headers.get("www-authenticate")], [200, null])
  })
})

describe("a write that was refused for want of a permission", () => {
  it("is done under the same key, once the permission is there", async () => {
    const order_id = await market.bought()
    const ask = tool("cancel_order", { order_id, idempotency_key: market.key() })
    const early = await send(market.world, as(await tokenFor(["orders.read"]), ask))
    assert.strictEqual(early.status, 403)
    const { body } = await market.sent(as(market.writer, ask))
    assert.strictEqual(body.result.structuredContent.order.status, "cancelled")
  })
})

const inputsOf = (name: string) =>
  (tools.find((tool) => tool.name === name)!.descriptor(() => undefined).inputSchema.properties ?? {}) as object

const endpoints = Object.values(Api.groups).flatMap((group) =>
  Object.values(group.endpoints as Record<string, any>).map(({ annotations, identifier, method, path }) => ({
    operation: `${group.identifier}.${identifier}`,
    method: method as string,
    path: path as string,
    scopes: Context.get(annotations as Context.Context<never>, Scopes)
  }))
)

describe("an endpoint that needs permissions", () => {
  const its = endpoints.filter(({ scopes }) => scopes.length > 0)
  it.each(its)("$operation asks nobody to sign in, and whoever lacks one for all of them", async (endpoint) => {
    const { method, path, scopes } = endpoint
    const ask = rest(
      method,
      path.slice("/api/v1".length).replace(":id", "lst_nothing"),
      method === "GET" ? undefined : {}
    )
    const all = { ...metadata("/mcp"), scope: scopes.join(" ") }
    const nobody = await send(market.world, ask)
    assert.deepStrictEqual([nobody.status, refusedBy.rest(nobody.body).code], [401, "UNAUTHORIZED"])
    assert.deepStrictEqual(challengeOf(nobody), all)
    for (const scope of scopes) {
      const answer = await send(market.world, as(await tokenFor(without(scope)), ask))
      assert.deepStrictEqual([answer.status, refusedBy.rest(answer.body).code], [403, "FORBIDDEN"])
      assert.deepStrictEqual(challengeOf(answer), { ...all, error: "insufficient_scope" })
    }
  })

  it("says so in its document, and one that needs none says that", () => {
    const described = Object.values(document.paths as object).flatMap((operations) =>
      Object.values(operations as object)
    )
    assert.sameMembers(
      described.map(({ operationId }) => operationId),
      endpoints.map(({ operation }) => operation)
    )
    for (const { operation, scopes } of endpoints) {
      const { security } = described.find(({ operationId }) => operationId === operation)!
      assert.deepStrictEqual(security, scopes.length > 0 ? [{ bearer: scopes }] : [{}, { bearer: [] }], operation)
    }
  })
})
