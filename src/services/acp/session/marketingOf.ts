import type { CheckoutSession } from "../../../../schemas/acp/CheckoutSession.ts"
import type { SessionStatus } from "../../../../schemas/session.ts"
import { absolute } from "../../../domain/publicUrls.ts"
import type { Market } from "./Shown.ts"

export const consentChannel = "email"

const asked: ReadonlyArray<SessionStatus> = ["pending", "ready", "authentication_required"]

/** What the buyer may be asked to agree to, until it is paid. */
export const marketingOf = (
  status: SessionStatus,
  { name, publicUrl }: Market
): Pick<CheckoutSession, "marketing_consent_options"> =>
  asked.includes(status)
    ? {
        marketing_consent_options: [
          {
            channel: consentChannel,
            display_text: `News and offers from ${name} and its makers`,
            privacy_policy_url: absolute(publicUrl, "/privacy")
          }
        ]
      }
    : {}
