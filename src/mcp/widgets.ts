import type { ReadResourceResult, Resource } from "@modelcontextprotocol/server"
import { readWidgetUri, type WidgetName, widgets } from "../../schemas/widgets.ts"
import { linkDomains, widgetPolicy } from "../domain/widgetPolicy.ts"
import type { Widgets } from "../ports/Widgets.ts"
import { type Host, widgetDomain } from "./widgetDomain.ts"

const mimeType = "text/html;profile=mcp-app"

/** Who is told of the widgets, and where. */
export interface Reader {
  readonly publicUrl: string
  /** Of the endpoint; none over standard input and output. */
  readonly path: string | undefined
  readonly host: Host | undefined
}

/** What a widget may reach, in the words of the standard and in those of ChatGPT. */
const metaOf = (name: WidgetName, { host, path, publicUrl }: Reader) => {
  const csp = widgetPolicy(name, publicUrl)
  const links = linkDomains(name, publicUrl)
  const domain = widgetDomain(host, publicUrl, path)
  return {
    ui: { prefersBorder: true, csp, ...(domain && { domain }) },
    "openai/widgetDescription": widgets[name].description,
    "openai/widgetPrefersBorder": true,
    "openai/widgetCSP": {
      connect_domains: csp.connectDomains,
      resource_domains: csp.resourceDomains,
      ...(links.length > 0 && { redirect_domains: links })
    },
    ...(domain && host === "chatgpt" && { "openai/widgetDomain": domain })
  }
}

const names = Object.keys(widgets) as ReadonlyArray<WidgetName>

/** `product_grid` as people read it. */
const titleOf = (name: WidgetName) => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll("_", " ")}`

/** The widgets as resources of MCP Apps. The policy stands on the entry too: some hosts read it only there. */
export const listWidgets = (built: Widgets["Service"], reader: Reader): ReadonlyArray<Resource> =>
  names.flatMap((name) => {
    const uri = built.current(name)?.uri
    const { description } = widgets[name]
    return uri === undefined
      ? []
      : [{ uri, name, title: titleOf(name), description, mimeType, _meta: metaOf(name, reader) }]
  })

/** The contents of a widget's address. */
export const widgetContents = (uri: string, html: string, reader: Reader): ReadResourceResult => {
  const { name } = readWidgetUri(uri)!
  return { contents: [{ uri, mimeType, text: html, _meta: metaOf(name, reader) }] }
}
