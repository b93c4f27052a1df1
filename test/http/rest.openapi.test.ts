import { Schema } from "effect"
import { OpenApi } from "effect/http-api"
import { expect, it } from "vitest"
import { SearchAnswer } from "../../schemas/listing.ts"
import { searchWire } from "../../schemas/searchWire.ts"
import { Api } from "../../src/http/Api.ts"

const document = OpenApi.fromApi(Api) as any
const operations = Object.entries<any>(document.paths).flatMap(([path, methods]) =>
  Object.entries<any>(methods).map(([method, operation]) => ({ path, method, operation }))
)

it("is OpenAPI 3.1 and lists every endpoint of the contract", () => {
  expect(document.openapi).toBe("3.1.0")
  expect(document.info).toMatchObject({ title: "CraftLocal", version: expect.any(String) })
  const declared = Object.values(Api.groups).flatMap(({ endpoints }) =>
    Object.values(endpoints).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, "{$1}")}`)
  )
  expect(operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(declared.sort())
  expect(declared).toHaveLength(41)
})

it("describes every operation: what for, which permissions, which answers", () => {
  const ids = new Set<string>()
  for (const { operation, path } of operations) {
    expect(operation.summary, path).toBeTruthy()
    expect(operation.description, path).toBeTruthy()
    ids.add(operation.operationId)
    const inPath = operation.parameters.filter((each: any) => each.in === "path").map((each: any) => each.name)
    expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    for (const status of ["400", "401", "429", "500", "503"]) expect(operation.responses[status], path).toBeDefined()
  }
  expect(ids.size).toBe(operations.length)
  expect(document.paths["/api/v1/orders"].get.security).toEqual([{ bearer: ["orders.read"] }])
  expect(document.paths["/api/v1/listings/search"].get.security).toEqual([{}, { bearer: [] }])
})

it("every write documents Idempotency-Key", () => {
  for (const { method, operation } of operations) {
    const names = operation.parameters.map((each: any) => each.name)
    expect(names.includes("Idempotency-Key")).toBe(method !== "get")
  }
})

it("every reference leads somewhere, and every component is used", () => {
  const text = JSON.stringify(document)
  const used = new Set([...text.matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name))
  expect([...used].sort()).toEqual(Object.keys(document.components.schemas).sort())
  expect([...used].some((name) => /Encoded|_\d/.test(name!))).toBe(false)
})

it("query parameters have the types and bounds of JSON", () => {
  const { parameters } = document.paths["/api/v1/listings/search"].get
  const of = (name: string) => parameters.find((each: any) => each.name === name)?.schema
  expect(of("limit")).toMatchObject({ type: "integer", minimum: 1, maximum: 50 })
  expect(of("price_max")).toMatchObject({ type: "number", minimum: 0 })
  expect(of("in_stock")).toMatchObject({ type: "boolean" })
  expect(of("tags")).toMatchObject({ type: "array" })
  expect(of("q")).toMatchObject({ type: "string" })
})

it("the search answer written by hand is the one of its schema", () => {
  const card = {
    id: "lst_a",
    title: "A",
    description: "B",
    price: 1999,
    currency: "usd",
    images: ["https://x/y.svg"],
    seller: { id: "shp_a", name: "S", city: "Chicago", rating: 4.5 },
    category: "ceramics",
    tags: ["t"],
    inStock: false
  }
  const place = { slug: "a", name: "A", count: 1 }
  const facets = {
    categories: [place],
    cities: [place],
    prices: [
      { min: 0, max: 2499, count: 1 },
      { min: 2500, max: null, count: 0 }
    ]
  }
  const bare = { listings: [card], totalCount: 1, hasMore: false, facets }
  for (const answer of [bare, { ...bare, suggestion: "try mugs" }] as any) {
    expect(searchWire(answer)).toEqual(Schema.encodeSync(SearchAnswer)(answer))
  }
})
