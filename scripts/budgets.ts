// What clients have to carry: the size of each widget, and the tokens of the list of tools.
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gzipSync } from "node:zlib"
import { acpTools, tools } from "../src/mcp/tools/index.ts"
import { buildWidgets } from "./widgets.ts"

const folder = fileURLToPath(new URL("../.build/widgets/", import.meta.url))
const widgetGzip = 30 * 1024
/**
 * Raised from 12,500 when a host's payment sheet came in: a tool of its own, and its arguments on complete_checkout; and
 * from 13,300 by the six tools of makers, which `/mcp/storefront` and the like do without, and from 17,300 by those that
 * sign in clients without OAuth, with the argument that brings such a sign-in along; and from 19,100 by what widgets do:
 * the membership, the form of a listing with its pictures, the link to pay by where there are none, and the total that a
 * card showed.
 */
const listTokens = 21_300
const toolTokens = 2_400

await buildWidgets()
const { widgets } = JSON.parse(readFileSync(`${folder}manifest.json`, "utf8")) as {
  readonly widgets: Readonly<Record<string, { readonly file: string }>>
}

/** About four characters make a token. */
const tokens = (value: unknown) => Math.ceil(JSON.stringify(value).length / 4)

const over: Array<string> = []
for (const [name, { file }] of Object.entries(widgets)) {
  const size = gzipSync(readFileSync(`${folder}${file}`)).length
  if (size > widgetGzip) over.push(`the widget ${name} has ${size} bytes compressed; ${widgetGzip} are allowed`)
}
const descriptors = tools.map((tool) => tool.descriptor(() => undefined))
const binding = acpTools.map((tool) => tool.descriptor(() => undefined))
for (const descriptor of [...descriptors, ...binding]) {
  if (tokens(descriptor) > toolTokens)
    over.push(`${descriptor.name} takes ${tokens(descriptor)} tokens; ${toolTokens} are allowed`)
}
for (const list of [descriptors, binding]) {
  if (tokens(list) > listTokens) over.push(`the tools take ${tokens(list)} tokens; ${listTokens} are allowed`)
}

for (const complaint of over) console.error(complaint)
console.log(
  `budgets: ${Object.keys(widgets).length} widgets, ${descriptors.length} tools in about ${tokens(descriptors)} tokens`
)
if (over.length > 0) process.exitCode = 1
