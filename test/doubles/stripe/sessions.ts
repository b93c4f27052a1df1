import type { Books, CheckoutSession, Intent } from "./Books.ts"
import { below, type Form, text } from "./form.ts"
import { cancelWithPage, decline, opened, settle } from "./intents.ts"
import { failed, missing, ok, type Reply } from "./Reply.ts"

const refused = (message: string, code?: string, param?: string) =>
  failed(400, { message, ...(code && { code }), ...(param && { param }) })

/** As little and as much as Stripe keeps a page, in seconds. */
const [shortest, longest] = [30 * 60, 24 * 60 * 60]

const priceOf = (form: Form) => {
  const item = below(below(form, "line_items"), "0")
  const price = below(item, "price_data")
  return {
    amount: Number(text(price, "unit_amount")) * Number(text(item, "quantity")),
    currency: text(price, "currency") ?? "",
    name: text(price, "product_data", "name") ?? ""
  }
}

/** A payment inside its page, where somebody asked for that. */
const told = (books: Books, session: CheckoutSession, expanded: boolean) =>
  expanded && session.payment_intent !== null
    ? { ...session, payment_intent: books.intents.get(session.payment_intent) }
    : session

const isExpanded = (form: Form) => text(form, "expand", "0") === "payment_intent"

const over = (books: Books, session: CheckoutSession) => {
  session.status = "expired"
  session.url = null
  const intent = session.payment_intent === null ? undefined : books.intents.get(session.payment_intent)
  if (intent !== undefined) cancelWithPage(books, intent)
  books.happened("checkout.session.expired", session)
}

/** Its own time may be over. */
const lapsed = (books: Books, session: CheckoutSession) => {
  if (session.status === "open" && session.expires_at <= books.seconds()) over(books, session)
  return session
}

export const create = (books: Books, form: Form, origin: string): Reply => {
  if (form.payment_method_types !== undefined) {
    return refused("payment_method_types is no longer supported.", "payment_method_types_no_longer_supported")
  }
  const { amount, currency, name } = priceOf(form)
  const [success, cancel] = [text(form, "success_url"), text(form, "cancel_url")]
  if (text(form, "mode") !== "payment" || name === "") return refused("Missing mode or line items.")
  if (below(form, "line_items")["1"] !== undefined) return refused("This double knows one line.")
  if (success === undefined || !URL.canParse(success)) return refused("Not a valid URL", "url_invalid", "success_url")
  if (!Number.isInteger(amount) || !/^[a-z]{3}$/.test(currency)) return refused("Missing amount or currency.")
  if (amount < 50) return refused("The total must be at least $0.50 usd", "amount_too_small")
  const lasts = Number(text(form, "expires_at") ?? books.seconds() + longest) - books.seconds()
  if (lasts < shortest || lasts > longest) {
    return refused("expires_at must be between 30 minutes and 24 hours from now.", undefined, "expires_at")
  }
  const id = books.next("cs_test")
  const session: CheckoutSession = {
    id,
    object: "checkout.session",
    adaptive_pricing: { enabled: text(form, "adaptive_pricing", "enabled") === "true" },
    allowed_payment_method_types: Object.values(below(form, "allowed_payment_method_types")).map(String),
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: cancel ?? null,
    client_reference_id: text(form, "client_reference_id") ?? null,
    created: books.seconds(),
    currency,
    customer_email: text(form, "customer_email") ?? null,
    expires_at: books.seconds() + lasts,
    livemode: false,
    metadata: below(form, "metadata") as Readonly<Record<string, string>>,
    mode: "payment",
    payment_intent: null,
    payment_status: "unpaid",
    status: "open",
    success_url: success,
    url: `${origin}/c/pay/${id}`
  }
  books.sessions.set(id, session)
  books.withIntents.set(id, below(form, "payment_intent_data"))
  return { ...ok(structuredClone(session)), ...(books.opening === "unheard" && { lost: "stalled" }) }
}

export const retrieve = (books: Books, id: string, expanded: boolean): Reply => {
  const session = books.sessions.get(id)
  return session === undefined ? missing("checkout.session", id) : ok(told(books, lapsed(books, session), expanded))
}

export const list = (books: Books, from: number, expanded: boolean) =>
  [...books.sessions.values()]
    .filter(({ created }) => created >= from)
    .map((session) => told(books, lapsed(books, session), expanded))

export const expire = (books: Books, id: string, form: Form): Reply => {
  const session = books.sessions.get(id)
  if (session === undefined) return missing("checkout.session", id)
  if (lapsed(books, session).status !== "open" || books.paying.has(id)) {
    return refused(`Only Checkout Sessions with a status in ["open"] can be expired.`)
  }
  over(books, session)
  return ok(structuredClone(told(books, session, isExpanded(form))))
}

/** The payment that a page makes when its buyer first tries to pay. */
const paymentOf = (books: Books, session: CheckoutSession): Intent => {
  const before = session.payment_intent === null ? undefined : books.intents.get(session.payment_intent)
  if (before !== undefined) return before
  const intent = opened(books, books.withIntents.get(session.id)!, session.amount_total, session.currency)
  session.payment_intent = intent.id
  return intent
}

/** What the buyer does at the page. */
export const atPage = (books: Books, id: string, does: "look" | "pay" | "fail" | "begin"): Reply => {
  const session = books.sessions.get(id)
  if (session === undefined) return missing("page", id)
  if (lapsed(books, session).status !== "open") return failed(410, { message: "This page has expired or was paid." })
  if (does === "look") return ok({ total: session.amount_total, pays: `${session.url}/pay`, back: session.cancel_url })
  const intent = paymentOf(books, session)
  if (does === "fail") return decline(books, intent, "card_declined", "insufficient_funds")
  if (does === "begin") {
    // Stripe is at it: the page can neither be left nor shut until that has ended.
    books.paying.add(id)
    return ok(session)
  }
  books.paying.delete(id)
  settle(books, intent)
  session.status = "complete"
  session.payment_status = "paid"
  session.url = null
  books.happened("checkout.session.completed", session)
  return { ...ok(session), status: 303, headers: { location: session.success_url } }
}

/** Against all promises: the money moves although the page was over. */
export const paidLate = (books: Books, id: string) => {
  const intent = paymentOf(books, books.sessions.get(id)!)
  settle(books, intent)
  return intent
}
