import { readdirSync, readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"

const fixtures = new URL("../fixtures/acp-spec/", import.meta.url)

const read = (path: string) => JSON.parse(readFileSync(new URL(path, fixtures), "utf8"))

const bundle = (name: string) => read(`spec/2026-04-17/json-schema/schema.${name}.json`)

/** The official examples of the release, by their name. */
export const examples: Record<string, any> = read("examples/2026-04-17/examples.agentic_checkout.json")
export const multiItem: Record<string, any> = read("examples/2026-04-17/examples.multi_item_checkout.json")
export const mcpExamples: Record<string, any> = read("examples/2026-04-17/examples.mcp.agentic_checkout.json")
export const discountExamples: Record<string, any> = Object.fromEntries(
  readdirSync(new URL("examples/2026-04-17/discount-extension/", fixtures))
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.replace(".json", ""), read(`examples/2026-04-17/discount-extension/${name}`)])
)
/** The official examples of orders, without what they say about themselves. */
export const orderExamples: Record<string, any> = Object.fromEntries(
  readdirSync(new URL("examples/2026-04-17/orders/", fixtures)).map((name) => {
    const { $schema: _, _description: __, ...order } = read(`examples/2026-04-17/orders/${name}`)
    return [name.replace(".json", ""), order]
  })
)

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
const checkout = bundle("agentic_checkout")
const discount = bundle("discount")
ajv.addSchema(checkout)
// The extension refers to the bundle relative to its own address.
ajv.addSchema({ ...checkout, $id: new URL("schema.agentic_checkout.json", discount.$id).href })
ajv.addSchema(discount)

/** What is wrong with a value by a definition of the official bundle; nothing when it is right. */
export const faults = (definition: string, value: unknown): ReadonlyArray<string> => {
  const validate = ajv.getSchema(`${checkout.$id}#/$defs/${definition}`)!
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The same for the discount extension. */
export const discountFaults = (definition: string, value: unknown): ReadonlyArray<string> => {
  const validate = ajv.getSchema(`${discount.$id}#/$defs/${definition}`)!
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
}
