import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type WidgetName, widgets } from "../../schemas/widgets.ts"
import type { Tool } from "../../src/mcp/Tool.ts"
import type { State } from "../../widgets/kit/State.ts"
import { buildWidgets, type Manifest } from "../widgets.ts"

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const goal = 30

/** Each widget: what shows it, how much travels, and in how many states it is tried. */
export const widgetRows = async (
  tools: ReadonlyArray<Pick<Tool<never>, "name" | "descriptor">>
): Promise<ReadonlyArray<ReadonlyArray<string>>> => {
  await buildWidgets()
  const { widgets: built } = JSON.parse(readFileSync(at(".build/widgets/manifest.json"), "utf8")) as Manifest
  const shownBy = (widget: WidgetName) =>
    tools.filter(({ descriptor }) => {
      let its = false
      descriptor((name) => {
        if (name === widget) its = true
        return undefined
      })
      return its
    })
  return Promise.all(
    (Object.keys(widgets) as ReadonlyArray<WidgetName>).map(async (name) => {
      const { states } = (await import(at(`widgets/${name}/states.ts`))) as { readonly states: ReadonlyArray<State> }
      const size = built[name]!.gzip / 1024
      return [
        `\`${name}\``,
        shownBy(name)
          .map((tool) => `\`${tool.name}\``)
          .join(", "),
        `${size.toFixed(1)} KB`,
        size <= goal ? `under ${goal} KB` : `over ${goal} KB`,
        String(states.length)
      ]
    })
  )
}

/** How each looks, as the tests in a browser keep it. */
export const screenshots = (): string =>
  (Object.keys(widgets) as ReadonlyArray<WidgetName>)
    .map((name) => {
      const picture = (theme: string) =>
        `<img alt="${name}, ${theme}" src="screenshots/${name}.${theme}.png" width="360">`
      return `### \`${name}\`\n\n${widgets[name].description}.\n\n${picture("light")} ${picture("dark")}`
    })
    .join("\n\n")
