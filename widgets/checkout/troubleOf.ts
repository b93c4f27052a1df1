import { formatMoney } from "../kit/formatMoney.ts"
import type { Refused } from "../kit/Refused.ts"
import type { Session } from "./read.ts"

type Say = (key: "totalChanged", filled: Readonly<Record<string, string>>) => string

/** What to tell a person of a refusal. A total that moved is told with the new one; faults of fields stand at the fields. */
export const troubleOf = (
  failure: Refused | undefined,
  session: Session,
  say: Say,
  tag: string
): string | undefined => {
  if (failure === undefined) return undefined
  const { total } = failure.details
  if (failure.code === "CONFLICT" && typeof total === "number") {
    return say("totalChanged", { total: formatMoney(session.total ?? total, session.currency, tag) })
  }
  return failure.message
}
