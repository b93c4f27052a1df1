import type { CompleteRequest } from "../../../schemas/acp/CompleteRequest.ts"
import type { Paying } from "../Payment.ts"

/** What the buyer's bank answered, with those of its details that are there. */
export const authenticationSaid = ({ authentication_result: result }: CompleteRequest): Paying["authentication"] => {
  if (!result) return undefined
  const details = Object.fromEntries(
    Object.entries(result.outcome_details ?? {}).filter((detail): detail is [string, string] => Boolean(detail[1]))
  )
  return { outcome: result.outcome, ...(Object.keys(details).length > 0 && { outcome_details: details }) }
}
