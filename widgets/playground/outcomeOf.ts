import type { Caller } from "./createCaller.ts"
import { failureOf, textOf } from "./failure.ts"
import type { Mcp } from "./mcp.ts"
import type { Called } from "./Turn.ts"

type Outcome = Pick<Called, "state"> & Partial<Called>

const refused = (message: string, code = ""): Outcome => ({
  state: "refused",
  failure: { code, message, details: {} }
})

const widgetName = (uri: string) => /([\w-]+?)(?:\.[0-9a-f]{12})?\.html$/.exec(uri)?.[1] ?? "widget"

/** What a tool is drawn with; nothing when it has no card, or the card cannot be read. */
const widgetOf = async (mcp: Mcp, ui: unknown) => {
  const { resourceUri: uri } = (ui ?? {}) as { readonly resourceUri?: unknown }
  if (typeof uri !== "string") return undefined
  const read = await mcp.widget(uri).catch(() => undefined)
  return read && { ...read, name: widgetName(uri) }
}

/** Calls a tool, and tells how it ended: refused, or done in words, as data and with its card. */
export const outcomeOf = async (
  mcp: Mcp,
  { call }: Caller,
  { arguments: args, name }: Pick<Called, "arguments" | "name">
): Promise<Outcome> => {
  const began = performance.now()
  try {
    const tool = (await mcp.tools()).find((each) => each.name === name)
    if (tool === undefined)
      return refused(`This server has no tool called ${name}. Ask for something else, or say “help”.`, "NO_TOOL")
    const result = await call(name, args)
    const milliseconds = Math.round(performance.now() - began)
    if (result.isError === true) return { state: "refused", result, failure: failureOf(result), milliseconds }
    const widget = await widgetOf(mcp, tool._meta?.ui)
    return { state: "done", result, text: textOf(result), milliseconds, ...(widget && { widget }) }
  } catch (error) {
    return refused((error as Error).message)
  }
}
