import { readdirSync, readFileSync } from "node:fs"
import { Ajv2020 } from "ajv/dist/2020.js"
import addFormats from "ajv-formats"

const fixtures = new URL("../fixtures/acp-spec/", import.meta.url)

const read = (path: string) => JSON.parse(readFileSync(new URL(path, fixtures), "utf8"))

/** The official examples of the release, by their name. */
export const examples: Record<string, any> = read("examples/2026-04-17/examples.agentic_checkout.json")
export const multiItem: Record<string, any> = read("examples/2026-04-17/examples.multi_item_checkout.json")
export const mcpExamples: Record<string, any> = read("examples/2026-04-17/examples.mcp.agentic_checkout.json")
export const discountExamples: Record<string, any> = Object.fromEntries(
  readdirSync(new URL("examples/2026-04-17/discount-extension/", fixtures))
    .filter((name) => name.endsWith(".json"))
    .map((name) => [name.replace(".json", ""), read(`examples/2026-04-17/discount-extension/${name}`)])
)
/** Those of the first release. */
export const legacyExamples: Record<string, any> = read("examples/2025-09-29/examples.agentic_checkout.json")
/** Those of feeds. */
export const feedExamples: Record<string, any> = read("examples/2026-04-17/examples.feed.json")
/** The official examples of orders, without what they say about themselves. */
export const orderExamples: Record<string, any> = Object.fromEntries(
  readdirSync(new URL("examples/2026-04-17/orders/", fixtures)).map((name) => {
    const { $schema: _, _description: __, ...order } = read(`examples/2026-04-17/orders/${name}`)
    return [name.replace(".json", ""), order]
  })
)

export const releases = ["2026-04-17", "2026-01-30", "2025-09-29"] as const
export type Release = (typeof releases)[number]

/** Whatever it validates against, a value is right or its faults are told. */
const judge = (ajv: Ajv2020, id: string) => (definition: string, value: unknown) => {
  const validate = ajv.getSchema(`${id}#/$defs/${definition}`)
  if (validate === undefined) throw new Error(`there is no ${definition}`)
  return validate(value) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`)
}

type Judge = (definition: string, value: unknown) => ReadonlyArray<string>

const opened = (release: Release): { readonly checkout: Judge; readonly discount?: Judge; readonly cart?: Judge } => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  const checkout = read(`spec/${release}/json-schema/schema.agentic_checkout.json`)
  if (release === "2025-09-29") {
    // As an older JSON Schema wrote it; this one wants a number.
    checkout.$defs.Item.properties.quantity.exclusiveMinimum = 0
    ajv.addSchema(checkout)
    return { checkout: judge(ajv, checkout.$id) }
  }
  const discount = read(`spec/${release}/json-schema/schema.discount.json`)
  ajv.addSchema(checkout)
  // The extension refers to the bundle relative to its own address.
  ajv.addSchema({ ...checkout, $id: new URL("schema.agentic_checkout.json", discount.$id).href })
  ajv.addSchema(discount)
  const both = { checkout: judge(ajv, checkout.$id), discount: judge(ajv, discount.$id) }
  if (release !== "2026-04-17") return both
  const cart = read(`spec/${release}/json-schema/schema.cart.json`)
  ajv.addSchema({ ...checkout, $id: new URL("schema.agentic_checkout.json", cart.$id).href })
  ajv.addSchema(cart)
  return { ...both, cart: judge(ajv, cart.$id) }
}

const bundles = Object.fromEntries(releases.map((release) => [release, opened(release)])) as Record<
  Release,
  ReturnType<typeof opened>
>

/** What is wrong with a value by a definition of a release's official bundle; nothing when it is right. */
export const faults = (definition: string, value: unknown, release: Release = "2026-04-17"): ReadonlyArray<string> =>
  bundles[release].checkout(definition, value)

const feeds = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(feeds)
const feedBundle = read("spec/2026-04-17/json-schema/schema.feed.json")
feeds.addSchema(feedBundle)

/** The same by the newest release's bundle of feeds. */
export const feedFaults = judge(feeds, feedBundle.$id)

/** The same for the discount extension, where the release has it. */
export const discountFaults = (
  definition: string,
  value: unknown,
  release: Release = "2026-04-17"
): ReadonlyArray<string> => bundles[release].discount?.(definition, value) ?? []

/** The same for carts, which one release has. */
export const cartFaults = (definition: string, value: unknown): ReadonlyArray<string> =>
  bundles["2026-04-17"].cart!(definition, value)

/** The same for a whole session. The first release's own schema has no place for the order, which is judged alone. */
export const sessionFaults = (session: any, release: Release): ReadonlyArray<string> => {
  if (release !== "2025-09-29") {
    const definition = session.status === "completed" ? "CheckoutSessionWithOrder" : "CheckoutSession"
    return [...faults(definition, session, release), ...discountFaults("checkout_with_discount", session, release)]
  }
  const { order, ...rest } = session
  const ordered =
    session.status === "completed" ? faults("Order", order, release) : order === undefined ? [] : ["order"]
  return [...faults("CheckoutSession", rest, release), ...ordered]
}
