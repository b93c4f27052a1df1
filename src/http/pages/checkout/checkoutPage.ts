import type { SessionStatus } from "../../../../schemas/session.ts"
import { deliveryNames, moment } from "../amounts.ts"
import { type Html, html } from "../html.ts"
import type { Page } from "../page.ts"
import { issuesProblems } from "../problems.ts"
import { codesPart } from "./codesPart.ts"
import type { Desk } from "./Desk.ts"
import { deliveryPart } from "./deliveryPart.ts"
import { detailsPart } from "./detailsPart.ts"
import { endedPart } from "./endedPart.ts"
import { linesPart } from "./linesPart.ts"
import { payPart, totalsPart } from "./payPart.ts"
import { stepForm } from "./stepForm.ts"

const statuses: Record<SessionStatus, string> = {
  pending: "Open",
  ready: "Ready to be paid",
  processing: "Payment under way",
  authentication_required: "Your bank asks for a confirmation",
  completed: "Paid",
  canceled: "Canceled",
  expired: "Expired"
}

const shopping: ReadonlySet<SessionStatus> = new Set(["pending", "ready"])

const kept = (
  desk: Desk
): Html => html`<div class="row"><p>It is kept until ${moment(desk.session.expiresAt)}, and every change keeps it longer.</p>
${stepForm(desk, "renew", html``, "Keep it longer")}</div>
`

const chosen = ({ session: { deliveries } }: Desk): Html => html`<h2>Delivery</h2>
<ul>${deliveries.map(({ method, shop }) => html`<li>${shop.name}: ${method === null ? "not chosen yet" : deliveryNames[method]}</li>`)}</ul>
`

/** A checkout that can be gone through to its end without a script; for whom it is not, to look at. */
export const checkoutPage = (desk: Desk): Page => {
  const { mayAct, missing, status } = desk.session
  const { sent } = desk
  const isOpen = mayAct && shopping.has(status)
  return {
    title: "Your checkout",
    secret: true,
    ...(sent && { status: sent.status }),
    ...(isOpen && desk.cardPage && { formAction: desk.cardPage.origin }),
    body: html`${issuesProblems(sent?.issues ?? [])}<p><span class="status">${desk.session.hosted ? "Waiting for your card" : statuses[status]}</span></p>
${
  isOpen
    ? html`${kept(desk)}${linesPart(desk, true)}
${detailsPart(desk)}${deliveryPart(desk)}${codesPart(desk)}${payPart(desk)}`
    : html`${status === "pending" && html`<p>Still needed before it can be paid:</p>\n<ul>${missing.map((each) => html`<li>${each}</li>`)}</ul>\n`}${endedPart(desk)}${linesPart(desk, false)}
${totalsPart(desk)}${chosen(desk)}`
}`
  }
}
