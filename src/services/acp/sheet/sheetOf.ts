import type { SheetSession } from "../../../../schemas/acp/SheetSession.ts"
import type { Checkout } from "../../../../schemas/checkout.ts"
import { absolute } from "../../../domain/publicUrls.ts"
import { continueUrl } from "../../../domain/sessionView.ts"
import { sessionOf } from "../dialects/legacy/sessionOf.ts"
import { acceptedBrands, merchantId } from "../session/capabilitiesOf.ts"
import { nameOf } from "../session/lineItemsOf.ts"
import type { Market, Shown } from "../session/Shown.ts"

/** Flat words of the agent's own, as text, which is all that a sheet takes. */
const metadataOf = ({ state: { contents }, id }: Checkout) => ({
  ...Object.fromEntries(Object.entries(contents.metadata ?? {}).map(([key, value]) => [key, String(value)])),
  checkout_session_id: id
})

/** A checkout as ChatGPT's payment sheet shows it. Its amounts and totals are those of the session. */
export const sheetOf = (shown: Shown, market: Market): SheetSession => {
  const { session } = shown
  const { lines, buyer } = session.state.contents
  const { publicUrl } = market
  const legacy = sessionOf(shown, market)
  return {
    id: legacy.id,
    payment_provider: {
      provider: "stripe",
      merchant_id: merchantId,
      supported_payment_methods: [{ type: "card", allowed_card_brands: acceptedBrands }]
    },
    payment_mode: market.provider.test ? "test" : "live",
    status: legacy.status,
    currency: "USD",
    metadata: metadataOf(session),
    line_items: legacy.line_items.map((line, index) => {
      const { image, shopName, title, variant } = lines[index]!
      return {
        ...line,
        name: nameOf({ title, variant }),
        description: `From ${shopName}`,
        images: image === null ? [] : [absolute(publicUrl, image)]
      }
    }),
    totals: legacy.totals,
    fulfillment_options: legacy.fulfillment_options,
    ...(legacy.fulfillment_option_id !== undefined && { fulfillment_option_id: legacy.fulfillment_option_id }),
    ...(legacy.fulfillment_address && {
      fulfillment_address: { ...legacy.fulfillment_address, ...(buyer.phone && { phone_number: buyer.phone }) }
    }),
    messages: legacy.messages,
    links: [
      { type: "terms_of_use", url: absolute(publicUrl, "/terms") },
      { type: "privacy_policy", url: absolute(publicUrl, "/privacy") },
      { type: "support_url", url: absolute(publicUrl, "/support") }
    ],
    ...(legacy.order && { order: legacy.order }),
    continue_url: continueUrl(publicUrl, session.id)
  }
}
