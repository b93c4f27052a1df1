import { OpenApi } from "effect/http-api"
import { Api } from "../../src/http/Api.ts"
import { acpTools, tools } from "../../src/mcp/tools/index.ts"

type Json = Readonly<Record<string, any>>

const isId = (name: string) => /^(?:id|.*_ids?|.*Ids?)$/.test(name)

const referred = (schema: Json, root: Json): Json => {
  const name: string | undefined = schema.$ref
  return name === undefined
    ? schema
    : name
        .slice(2)
        .split("/")
        .reduce((at: any, step) => at[step], root)
}

/** The paths in a JSON Schema at which an id stands, `lines.0.listing_id`. */
const idsIn = (schema: Json, root: Json, at: ReadonlyArray<string> = []): ReadonlyArray<string> => {
  const { $defs: _, allOf = [], anyOf = [], items, oneOf = [], properties = {} } = referred(schema, root) as Json
  if (at.length > 8) return []
  return [
    ...Object.entries(properties as Json).flatMap(([name, each]) => [
      ...(isId(name) ? [[...at, name].join(".")] : []),
      ...idsIn(each, root, [...at, name])
    ]),
    ...(items === undefined ? [] : idsIn(items, root, [...at, "0"])),
    ...[...allOf, ...anyOf, ...oneOf].flatMap((each: Json) => idsIn(each, root, at))
  ]
}

const ofTool = ({ descriptor, name }: (typeof tools)[number] | (typeof acpTools)[number]) => {
  const { inputSchema } = descriptor(() => undefined)
  return idsIn(inputSchema, inputSchema).map((path) => `${name} ${path}`)
}

export const document: Json = OpenApi.fromApi(Api)

const ofRest = Object.entries(document.paths as Json).flatMap(([path, operations]) =>
  Object.entries(operations as Json).flatMap(([method, { parameters = [], requestBody }]) => {
    const body = requestBody?.content["application/json"]?.schema ?? {}
    const named: ReadonlyArray<string> = [
      ...parameters.filter((each: Json) => each.in !== "header" && isId(each.name)).map((each: Json) => each.name),
      ...idsIn(body, document)
    ]
    return named.map((name) => `${method.toUpperCase()} ${path} ${name}`)
  })
)

const once = (all: ReadonlyArray<string>) => [...new Set(all)]

/** Every id that a request may name, as our doors publish it: `get_cart cart_id`, `GET /api/v1/orders/{id} id`. */
export const namedIds: ReadonlyArray<string> = once([...tools.flatMap(ofTool), ...acpTools.flatMap(ofTool), ...ofRest])
