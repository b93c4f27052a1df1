import type { ReadResourceResult, Resource } from "@modelcontextprotocol/server"
import { readWidgetUri, type WidgetName, widgets } from "../../schemas/widgets.ts"
import type { Widgets } from "../ports/Widgets.ts"

const mimeType = "text/html;profile=mcp-app"

/** What a widget may reach: pictures of ours, and nothing else. One leads to a page of ours. */
const metaOf = (name: WidgetName, publicUrl: string) => ({
  ui: {
    prefersBorder: true,
    csp: { connectDomains: [], resourceDomains: [new URL(publicUrl).origin], frameDomains: [], baseUriDomains: [] }
  },
  "openai/widgetDescription": widgets[name].description,
  "openai/widgetPrefersBorder": true,
  "openai/widgetCSP": {
    connect_domains: [],
    resource_domains: [new URL(publicUrl).origin],
    ...(name === "checkout_session" && { redirect_domains: [new URL(publicUrl).origin] })
  }
})

const names = Object.keys(widgets) as ReadonlyArray<WidgetName>

/** The widgets as resources of MCP Apps. The policy stands on the entry too: some hosts read it only there. */
export const listWidgets = (built: Widgets["Service"], publicUrl: string): ReadonlyArray<Resource> =>
  names.flatMap((name) => {
    const widget = built.current(name)
    const { description } = widgets[name]
    return widget === undefined
      ? []
      : [
          {
            uri: widget.uri,
            name,
            title: name.replace("_", " "),
            description,
            mimeType,
            _meta: metaOf(name, publicUrl)
          }
        ]
  })

/** The contents of a widget's address. */
export const widgetContents = (uri: string, html: string, publicUrl: string): ReadResourceResult => {
  const { name } = readWidgetUri(uri)!
  return { contents: [{ uri, mimeType, text: html, _meta: metaOf(name, publicUrl) }] }
}
