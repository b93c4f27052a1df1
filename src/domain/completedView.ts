import { cents } from "../../schemas/money.ts"
import type { PaymentStatus } from "../../schemas/order.ts"
import type { Completed } from "../../schemas/session.ts"
import type { Completion } from "./completion.ts"
import { continueUrl, sessionView } from "./sessionView.ts"

const messageOf = ({ confirmationNumber, purchases, session, status }: Completion, total: number, url: string) => {
  const { email } = session.state.contents.buyer
  switch (status) {
    case "succeeded": {
      const orders =
        purchases.length === 1 ? "The order is placed" : `${purchases.length} orders are placed, one with each shop`
      return `${orders}: confirmation number ${confirmationNumber}, $${(total / 100).toFixed(2)} charged.${
        email === undefined ? "" : ` A confirmation goes to ${email}.`
      }`
    }
    case "processing":
      return `The payment provider has not answered yet. Do not pay again; read the checkout again in a minute. It will be completed as order ${confirmationNumber}, or open again with nothing charged.`
    case "authentication_required":
      return `The buyer's bank asks for a confirmation. Open ${url}, then complete the checkout again with authentication_result.`
  }
}

/** A completed checkout as MCP and REST show it: the only order, or their sum under the id of the first. */
export const completedView = (ending: Completion, publicUrl: string, at: Date): Completed => {
  const { confirmationNumber, purchases, session, status } = ending
  const { quote } = session.state.contents
  const paymentStatus: PaymentStatus = status === "succeeded" ? "succeeded" : "processing"
  const common = { confirmationNumber, currency: quote.currency, paymentStatus, trackingUrl: null }
  const orders = purchases.map(({ estimatedDelivery, number, orderId, shopName, total }) => ({
    ...common,
    id: orderId,
    orderNumber: number,
    total,
    estimatedDelivery,
    shopName
  }))
  const total = cents(orders.reduce((sum, order) => sum + order.total, 0))
  const last = orders
    .map(({ estimatedDelivery }) => estimatedDelivery)
    .sort()
    .at(-1)!
  return {
    ...(status !== "authentication_required" && {
      order: { ...common, id: orders[0]!.id, orderNumber: confirmationNumber, total, estimatedDelivery: last }
    }),
    orders: status === "authentication_required" ? [] : orders,
    checkoutSession: sessionView(session, publicUrl, at),
    message: messageOf(ending, total, continueUrl(publicUrl, session.id))
  }
}
