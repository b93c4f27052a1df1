import { Schema } from "effect"
import { SheetSession } from "./acp/SheetSession.ts"
import { Cart } from "./cart.ts"
import { Dashboard } from "./dashboard.ts"
import { Listing, SearchAnswer } from "./listing.ts"
import { ListingFormAnswer } from "./listingForm.ts"
import { MembershipAnswer } from "./membership.ts"
import { OrderDetail, OrdersAnswer } from "./order.ts"
import { ListingWritten } from "./selling.ts"
import { Completed, Session } from "./session.ts"
import { SignInSession } from "./signInSession.ts"
import { wire } from "./wire.ts"

/** Each widget's name and the view it renders. A tool names its widget; the built file carries a hash. */
export const widgets = {
  product_grid: { view: SearchAnswer, description: "A grid of listings with photos, prices and shops" },
  product_detail: {
    view: wire({ listing: Listing }),
    description: "One listing with its pictures, variants, delivery and reviews, and ways to buy it"
  },
  cart: {
    view: Cart,
    description: "What is in the cart, with quantities that can be changed, and the way to the checkout"
  },
  checkout: {
    view: wire({ checkoutSession: Session }),
    description: "A checkout: address, delivery, discount code, total and payment"
  },
  order_confirmation: {
    view: Schema.Union([Completed, SheetSession]),
    description: "What was bought and when it is expected"
  },
  order_list: { view: OrdersAnswer, description: "Orders with their status and tracking" },
  order_detail: {
    view: wire({ order: OrderDetail }),
    description: "One order: what it cost, where it is, and what can still be done with it"
  },
  listing_form: { view: ListingFormAnswer, description: "A form in steps, for a maker to describe a piece for sale" },
  listing_confirmation: { view: ListingWritten, description: "A listing as it was saved, and where it stands" },
  seller_dashboard: {
    view: wire({ dashboard: Dashboard }),
    description: "How a shop does: sales, top pieces, orders to do and stock that runs low"
  },
  membership: { view: MembershipAnswer, description: "The programme for buyers, and the way to join it" },
  sign_in: { view: SignInSession, description: "A sign-in, and whether it is done" },
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
