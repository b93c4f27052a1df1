import type { Session } from "../../../schemas/session.ts"
import { money } from "./money.ts"

const next: Record<Session["status"], string> = {
  pending: "Still needed before it can be paid:",
  ready: "Ready: tell the buyer the total, then call complete_checkout.",
  processing: "The payment is under way. Do not pay again; read it again in a minute.",
  authentication_required:
    "The buyer's bank asks for a confirmation. When it is given, complete_checkout with authentication_result:",
  completed: "It is paid. The orders are placed.",
  canceled: "It was canceled. Nothing was charged.",
  expired: "It has expired. Nothing was charged; start a new one."
}

const deliveriesOf = ({ deliveries }: Session) =>
  deliveries.map(({ method, options, shop }) => {
    const ways = options.map(
      ({ cost, estimatedDelivery, method }) => `${method} ${money(cost)} by ${estimatedDelivery}`
    )
    return `${shop.name}: ${method ? `${method} chosen; ` : ""}offers ${ways.join(", ") || "no common delivery"}.`
  })

/** A checkout as a text. */
export const tellSession = (session: Session): string => {
  const { discount, id, lines, missing, shipping, status, subtotal, tax, total } = session
  const sums =
    total === undefined
      ? `Subtotal ${money(subtotal)}; the total follows with an address and a delivery method.`
      : `Subtotal ${money(subtotal)}, discount ${money(discount)}, shipping ${money(shipping ?? 0)}, tax ${money(tax ?? 0)}, total ${money(total)}.`
  return [
    `Checkout ${id}: ${status}.`,
    ...lines.map(
      ({ quantity, shop, title, unitPrice, variant }) =>
        `${quantity} x ${title}${variant ? ` (${variant})` : ""}, ${money(unitPrice)} each, from ${shop.name}`
    ),
    sums,
    ...deliveriesOf(session),
    ...session.discounts.rejected.map(({ code, message }) => `${code}: ${message}`),
    [
      next[status],
      ...(status === "pending" ? [missing.join("; ")] : []),
      ...(status === "authentication_required" ? [session.continueUrl] : [])
    ].join(" "),
    `It stays open until ${session.expiresAt}.`
  ].join("\n")
}
