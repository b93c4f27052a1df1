import type { Tool as Descriptor } from "@modelcontextprotocol/server"
import { Schema } from "effect"

type Json = { readonly [key: string]: unknown }

const noise: Json = { maximum: Number.MAX_SAFE_INTEGER, minimum: Number.MIN_SAFE_INTEGER, additionalProperties: true }

/** Without what says nothing, such as the bounds of a safe integer; and with every definition where it is used. */
const tidy = (node: unknown, definitions: Json): unknown => {
  if (Array.isArray(node)) return node.map((each) => tidy(each, definitions))
  if (typeof node !== "object" || node === null) return node
  const { $defs: _, $schema: __, $ref, ...rest } = node as Json
  if (typeof $ref === "string") return tidy(definitions[$ref.replace("#/$defs/", "")], definitions)
  return Object.fromEntries(
    Object.entries(rest)
      .filter(([key, value]) => noise[key] !== value)
      .map(([key, value]) => [key, tidy(value, definitions)])
  )
}

/** The JSON Schema of the wire side of a tool's input or output: an object, whole in itself. */
export const jsonSchema = (schema: Schema.Top): Descriptor["inputSchema"] => {
  const json = Schema.toStandardJSONSchemaV1(schema as Schema.Codec<unknown>)["~standard"].jsonSchema.input({
    target: "draft-2020-12"
  })
  // An empty struct is described as "not null".
  if (JSON.stringify(json.not) === `{"type":"null"}`) return { type: "object", properties: {} }
  return tidy(json, (json.$defs ?? {}) as Json) as Descriptor["inputSchema"]
}
