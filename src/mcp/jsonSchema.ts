import type { Tool as Descriptor } from "@modelcontextprotocol/server"
import { Schema } from "effect"

type Json = { readonly [key: string]: unknown }

const noise: Json = { maximum: Number.MAX_SAFE_INTEGER, minimum: Number.MIN_SAFE_INTEGER, additionalProperties: true }

/** What bounds a request says nothing about an answer. */
const bounds = new Set([
  "minimum",
  "maximum",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "pattern",
  "description"
])

/** Without what says nothing, such as the bounds of a safe integer; and with every definition where it is used. */
const tidy = (node: unknown, definitions: Json, of: "input" | "output"): unknown => {
  if (Array.isArray(node)) return node.map((each) => tidy(each, definitions, of))
  if (typeof node !== "object" || node === null) return node
  const { $defs: _, $schema: __, $ref, ...rest } = node as Json
  if (typeof $ref === "string") return tidy(definitions[$ref.replace("#/$defs/", "")], definitions, of)
  return Object.fromEntries(
    Object.entries(rest)
      .filter(
        ([key, value]) => noise[key] !== value && !(of === "output" && bounds.has(key) && typeof value !== "object")
      )
      .map(([key, value]) => [key, tidy(value, definitions, of)])
  )
}

/** The JSON Schema of the wire side of a tool's input or output: an object, whole in itself. */
export const jsonSchema = (schema: Schema.Top, of: "input" | "output"): Descriptor["inputSchema"] => {
  const json = Schema.toStandardJSONSchemaV1(schema as Schema.Codec<unknown>)["~standard"].jsonSchema.input({
    target: "draft-2020-12"
  })
  // An empty struct is described as "not null".
  if (JSON.stringify(json.not) === `{"type":"null"}`) return { type: "object", properties: {} }
  const whole = tidy(json, (json.$defs ?? {}) as Json, of) as Json
  // Of one of several answers it must be said, too, that it is an object.
  return { ...("anyOf" in whole && { type: "object" }), ...whole } as Descriptor["inputSchema"]
}
