/** A widget as the server hands it out, and the page it is to be drawn in. */
export interface WidgetResource {
  readonly html: string
  readonly sandbox: string
}

interface Contents {
  readonly text?: unknown
  readonly _meta?: { readonly ui?: { readonly csp?: Record<string, ReadonlyArray<string> | undefined> } }
}

/** The address of the sandbox that allows what the widget declares, and nothing else. */
export const openSandbox = (contents: unknown): WidgetResource => {
  const { _meta, text } = (contents ?? {}) as Contents
  if (typeof text !== "string") throw new Error("The widget could not be read.")
  const { connectDomains = [], frameDomains = [], resourceDomains = [] } = _meta?.ui?.csp ?? {}
  const allowed = new URLSearchParams([
    ...connectDomains.map((each) => ["connect", each]),
    ...frameDomains.map((each) => ["frame", each]),
    ...resourceDomains.map((each) => ["resource", each])
  ])
  return { html: text, sandbox: `/playground/sandbox?${allowed}` }
}
