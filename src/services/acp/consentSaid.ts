import type { MarketingConsents } from "../../../schemas/acp/marketing.ts"
import type { Note } from "../Notes.ts"
import { consentChannel } from "./session/marketingOf.ts"

/** What the buyer agreed to be sent, or did not; saying nothing changes nothing. */
export const consentSaid = (consents: typeof MarketingConsents.Type | null | undefined): ReadonlyArray<Note> => {
  const said = consents?.findLast(({ channel }) => channel === consentChannel)
  return said === undefined ? [] : [{ kind: "marketing_consent", data: { ...said } }]
}
