import { SheetSession } from "./acp/SheetSession.ts"
import { SearchAnswer } from "./listing.ts"

/** Each widget's name and the view it renders. A tool names its widget; the built file carries a hash. */
export const widgets = {
  product_grid: { view: SearchAnswer, description: "A grid of listings with photos, prices and shops" },
  checkout_session: { view: SheetSession, description: "What is about to be bought, what it costs, and the way to pay" }
} as const
export type WidgetName = keyof typeof widgets

/** Addresses that a host knows beforehand. What they lead to is always the newest, and must read every older answer. */
const fixed: Partial<Record<WidgetName, string>> = { checkout_session: "ui://widget/checkout-session.html" }

export const widgetUri = (name: WidgetName, hash: string): string =>
  fixed[name] ?? `ui://craftlocal/${name}.${hash}.html`

const hashed = /^ui:\/\/craftlocal\/(\w+)\.([0-9a-f]{12})\.html$/

/** The widget that an address is of, and of which build; of a fixed address there is no build but the newest. */
export const readWidgetUri = (uri: string): { readonly name: WidgetName; readonly hash?: string } | undefined => {
  const known = (Object.keys(widgets) as ReadonlyArray<WidgetName>).find((name) => fixed[name] === uri)
  if (known !== undefined) return { name: known }
  const [, name = "", hash = ""] = hashed.exec(uri) ?? []
  return Object.hasOwn(widgets, name) ? { name: name as WidgetName, hash } : undefined
}
