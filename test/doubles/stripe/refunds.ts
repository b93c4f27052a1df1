import type { Books, Refund } from "./Books.ts"
import { below, type Form, text } from "./form.ts"
import { failed, missing, ok, outOfOrder, type Reply } from "./Reply.ts"

const of = (books: Books, payment: string) =>
  [...books.refunds.values()].filter((each) => each.payment_intent === payment)

export const create = (books: Books, form: Form): Reply => {
  const payment = text(form, "payment_intent") ?? ""
  const intent = books.intents.get(payment)
  if (intent === undefined) return missing("payment_intent", payment)
  if (intent.status !== "succeeded")
    return failed(400, { code: "charge_not_refundable", message: "Nothing to refund." })
  const given = of(books, payment).reduce((sum, { amount, status }) => (status === "failed" ? sum : sum + amount), 0)
  const left = intent.amount - given
  const amount = Number(text(form, "amount") ?? left)
  if (left === 0) return failed(400, { code: "charge_already_refunded", message: "It has already been refunded." })
  if (amount > left) return failed(400, { message: "Refund amount is greater than unrefunded amount." })
  if (books.refunding === "breaks") return outOfOrder
  const refund: Refund = {
    id: books.next("re"),
    object: "refund",
    amount,
    created: books.seconds(),
    currency: intent.currency,
    payment_intent: payment,
    metadata: below(form, "metadata") as Readonly<Record<string, string>>,
    status: books.refunding === "fails" ? "failed" : "succeeded",
    ...(books.refunding === "fails" && { failure_reason: "lost_or_stolen_card" })
  }
  books.refunds.set(refund.id, refund)
  books.happened("refund.created", refund)
  return ok(refund)
}

/** The bank sends it back, days later. */
export const bounce = (books: Books, id: string) => {
  const refund = books.refunds.get(id)!
  refund.status = "failed"
  refund.failure_reason = "expired_or_canceled_card"
  return books.happened("refund.failed", refund)
}

export const list = (books: Books, payment: string | null) =>
  payment === null ? [...books.refunds.values()] : of(books, payment)
