import type { Refusal } from "../../../../schemas/errors.ts"
import { type Issues, issuesOf } from "../../account/fields.ts"
import { money } from "../amounts.ts"
import type { Step } from "./Desk.ts"

const declines: Readonly<Record<string, string>> = {
  declined: "The card was declined.",
  insufficient_funds: "There is not enough money on this card.",
  expired: "This card has expired.",
  over_limit: "The total is over the limit of this card.",
  not_authenticated: "Your bank did not confirm the payment."
}

const labels: Readonly<Record<string, string>> = {
  "shipping_address.line1": "Street and number",
  "shipping_address.city": "City",
  "shipping_address.state": "State",
  "shipping_address.zip": "ZIP code"
}

/** Which form the words of a service are about, where it names them as other doors do. */
const pathIn = (step: Step, path: string) => {
  if (path === "discount_codes" || path.startsWith("discount_codes.")) return "code"
  if (path === "lines" || path === "quantity" || path.startsWith("lines.")) return step === "lines" ? "lines" : ""
  if (path === "deliveries" || path.startsWith("deliveries.")) return "shipping_method"
  return path
}

/** A refusal as a person at the page needs to hear it. */
export const spoken = (refusal: Refusal, step: Step, said: (name: string) => string): Issues => {
  const { code, details } = refusal
  if (code === "PAYMENT_FAILED") {
    const why = declines[String(details.reason)] ?? "The payment was declined."
    return [{ path: "card", message: `${why} Nothing was charged. Choose another card and pay again.` }]
  }
  if (code === "CONFLICT" && typeof details.total === "number") {
    const total = money(Math.round(details.total * 100))
    return [{ path: "pay", message: `The total is now ${total}. Nothing was charged. Look at it, then pay again.` }]
  }
  return issuesOf(refusal).map((issue) => {
    const path = pathIn(step, issue.path)
    const label = labels[path]
    if (label === undefined) return { path, message: issue.message }
    return { path, message: said(path).trim() === "" ? `${label} is missing` : `${label}: ${issue.message}` }
  })
}
