import type { JanuarySession } from "../../../../../schemas/acp/2026-01-30/JanuarySession.ts"
import type { AuthenticationMetadata } from "../../../../../schemas/acp/Authentication.ts"
import type { Capabilities } from "../../../../../schemas/acp/Capabilities.ts"
import type { Message } from "../../../../../schemas/acp/Message.ts"
import type { Market, Shown } from "../../session/Shown.ts"
import { sessionOf as aprilSessionOf } from "../../session/sessionOf.ts"
import { orderOf } from "./orderOf.ts"

export const release = "2026-01-30"

const capabilitiesOf = ({ payment, ...others }: Capabilities): JanuarySession["capabilities"] => ({
  ...others,
  payment: { handlers: payment.handlers.map(({ display_name: _, ...handler }) => handler) }
})

const messageOf = ({ resolution: _, ...message }: Message) => message as JanuarySession["messages"][number]

/** The release demands the buyer's browser, which only the agent knows; what is empty is for it to fill in. */
const withChannel = (metadata: AuthenticationMetadata): NonNullable<JanuarySession["authentication_metadata"]> => ({
  ...metadata,
  channel: {
    type: "browser",
    browser: { accept_header: "*/*", ip_address: "", javascript_enabled: false, language: "en-US", user_agent: "" }
  }
})

/** A checkout as the release of 2026-01-30 tells it: that of 2026-04-17 without what was added since. */
export const sessionOf = (shown: Shown, market: Market): JanuarySession => {
  const {
    authentication_metadata: metadata,
    marketing_consent_options: _,
    order,
    ...session
  } = aprilSessionOf(shown, market)
  return {
    ...session,
    protocol: { version: release },
    capabilities: capabilitiesOf(session.capabilities),
    messages: session.messages.map(messageOf),
    ...(metadata && { authentication_metadata: withChannel(metadata) }),
    ...(order && { order: orderOf(order) })
  }
}
