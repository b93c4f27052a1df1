import type { WidgetName } from "../../schemas/widgets.ts"
import { carrierOrigins } from "./tracking.ts"

/** What a widget may reach beyond its host, in the words of MCP Apps. Everything it does, it does by tools. */
export interface WidgetPolicy {
  readonly connectDomains: ReadonlyArray<string>
  readonly resourceDomains: ReadonlyArray<string>
  readonly frameDomains: ReadonlyArray<string>
  readonly baseUriDomains: ReadonlyArray<string>
}

interface Needs {
  /** It shows pictures of what is sold, which are served from here. */
  readonly pictures: boolean
  /** Where its links lead: nowhere, to pages of ours, or to those and the pages of carriers. */
  readonly links: "none" | "pages" | "parcels"
}

const needs: Record<WidgetName, Needs> = {
  product_grid: { pictures: true, links: "none" },
  product_detail: { pictures: true, links: "pages" },
  cart: { pictures: true, links: "pages" },
  checkout: { pictures: true, links: "pages" },
  order_confirmation: { pictures: true, links: "pages" },
  order_list: { pictures: true, links: "parcels" },
  order_detail: { pictures: true, links: "parcels" },
  listing_form: { pictures: true, links: "none" },
  listing_confirmation: { pictures: true, links: "pages" },
  seller_dashboard: { pictures: false, links: "none" },
  membership: { pictures: false, links: "pages" },
  sign_in: { pictures: false, links: "pages" },
  checkout_session: { pictures: true, links: "pages" }
}

const originOf = (url: string) => new URL(url).origin

/** The content security policy of a widget, as its resource declares it and hosts apply it. */
export const widgetPolicy = (name: WidgetName, publicUrl: string): WidgetPolicy => ({
  connectDomains: [],
  resourceDomains: needs[name].pictures ? [originOf(publicUrl)] : [],
  frameDomains: [],
  baseUriDomains: []
})

/** Where a widget's links lead without its host asking the user first; others it asks about. */
export const linkDomains = (name: WidgetName, publicUrl: string): ReadonlyArray<string> => {
  const { links } = needs[name]
  return links === "none" ? [] : [originOf(publicUrl), ...(links === "parcels" ? carrierOrigins : [])]
}
