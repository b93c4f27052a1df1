import { addressOf } from "../../../../schemas/acp/address.ts"
import type { CheckoutSession, Status } from "../../../../schemas/acp/CheckoutSession.ts"
import { version } from "../../../../schemas/acp/version.ts"
import type { Contents } from "../../../../schemas/checkout.ts"
import type { SessionStatus } from "../../../../schemas/session.ts"
import { absolute } from "../../../domain/publicUrls.ts"
import { continueUrl, statusOf } from "../../../domain/sessionView.ts"
import { authenticationOf, capabilitiesOf } from "./capabilitiesOf.ts"
import { discountsOf } from "./discountsOf.ts"
import { lineItemsOf } from "./lineItemsOf.ts"
import { marketingOf } from "./marketingOf.ts"
import { messagesOf } from "./messagesOf.ts"
import { optionsOf, selectedOf } from "./optionsOf.ts"
import { orderOf } from "./orderOf.ts"
import type { Market, Shown } from "./Shown.ts"
import { totalsOf } from "./totalsOf.ts"

const statuses: Record<SessionStatus, Status> = {
  pending: "not_ready_for_payment",
  ready: "ready_for_payment",
  processing: "complete_in_progress",
  authentication_required: "authentication_required",
  completed: "completed",
  canceled: "canceled",
  expired: "expired"
}

/** A buyer is known to agents by an e-mail address. */
export const buyerOf = ({ buyer: { email, name, phone } }: Pick<Contents, "buyer">) =>
  email === undefined
    ? {}
    : { buyer: { email, ...(name && { full_name: name }), ...(phone && { phone_number: phone }) } }

const detailsOf = ({ address, buyer: { email, name, phone } }: Contents) => {
  const details = {
    ...(name && { name }),
    ...(phone && { phone_number: phone }),
    ...(email && { email }),
    ...(address && { address: addressOf(address, name) })
  }
  return Object.keys(details).length === 0 ? {} : { fulfillment_details: details }
}

const linksOf = (publicUrl: string): CheckoutSession["links"] => [
  { type: "terms_of_use", url: absolute(publicUrl, "/terms"), title: "Terms of use" },
  { type: "privacy_policy", url: absolute(publicUrl, "/privacy"), title: "Privacy policy" },
  { type: "support", url: absolute(publicUrl, "/support"), title: "Support" }
]

/** Not ready while the answer tells of a line that went off sale, which the checkout learns with its next change. */
const statusOfShown = ({ at, messages = [], session }: Shown): SessionStatus => {
  const status = statusOf(session, at)
  const gone = messages.some((message) => message.type === "error" && message.code === "not_found")
  return status === "ready" && gone ? "pending" : status
}

/** A checkout as the protocol tells it, in full. */
export const sessionOf = (shown: Shown, market: Market): CheckoutSession => {
  const { session } = shown
  const { state } = session
  const { contents } = state
  const status = statusOfShown(shown)
  return {
    id: session.id,
    protocol: { version },
    capabilities: capabilitiesOf(contents, market),
    status: statuses[status],
    currency: contents.quote.currency,
    ...buyerOf(contents),
    line_items: lineItemsOf(contents, market.publicUrl),
    ...detailsOf(contents),
    fulfillment_options: optionsOf(session),
    selected_fulfillment_options: selectedOf(contents),
    totals: totalsOf(contents.quote),
    discounts: discountsOf(contents),
    messages: messagesOf(shown, status),
    links: linksOf(market.publicUrl),
    ...marketingOf(status, market),
    ...(contents.metadata && { metadata: contents.metadata }),
    ...(state._tag === "Challenged" && { authentication_metadata: authenticationOf(market) }),
    ...(state._tag === "Completed" && { order: shown.order ?? orderOf(session, contents, state.attempt, market) }),
    continue_url: continueUrl(market.publicUrl, session.id),
    created_at: session.createdAt.toISOString(),
    updated_at: session.updatedAt.toISOString(),
    expires_at: session.expiresAt.toISOString()
  }
}
