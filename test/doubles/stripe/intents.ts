import type { Books, Intent } from "./Books.ts"
import { below, type Form, text } from "./form.ts"
import { failed, missing, ok, outOfOrder, type Reply } from "./Reply.ts"
import { type Script, scriptOf } from "./scripts.ts"
import { objection, tokenOf, use } from "./tokens.ts"

/** Longer than anybody waits for an answer in a test, in milliseconds. */
export const slowness = 1500

const refused = (message: string, code?: string) => failed(400, { message, ...(code && { code }) })

const metadataOf = (form: Form) => below(form, "metadata") as Readonly<Record<string, string>>

export const opened = (books: Books, form: Form, amount: number, currency: string): Intent => {
  const intent: Intent = {
    id: books.next("pi"),
    object: "payment_intent",
    amount,
    currency,
    created: books.seconds(),
    livemode: false,
    metadata: metadataOf(form),
    status: "requires_payment_method",
    cancellation_reason: null,
    last_payment_error: null,
    next_action: null
  }
  books.intents.set(intent.id, intent)
  return intent
}

export const settle = (books: Books, intent: Intent) => {
  intent.status = "succeeded"
  intent.next_action = null
  books.happened("payment_intent.succeeded", intent)
}

export const decline = (books: Books, intent: Intent, code: string, declineCode?: string): Reply => {
  const error = { type: "card_error", code, ...(declineCode && { decline_code: declineCode }) }
  intent.status = "requires_payment_method"
  intent.next_action = null
  intent.last_payment_error = error
  books.happened("payment_intent.payment_failed", intent)
  return failed(402, { ...error, message: "Your card was declined.", payment_intent: intent }, { kept: true })
}

/** The card is asked. */
const run = async (books: Books, intent: Intent, script: Script, origin: string): Promise<Reply> => {
  switch (script.does) {
    case "asks":
      intent.status = "requires_action"
      intent.next_action = { type: "redirect_to_url", redirect_to_url: { url: `${origin}/bank/${intent.id}` } }
      return ok(intent)
    case "waits":
      intent.status = "processing"
      return ok(intent)
    case "is declined":
      return decline(books, intent, script.code, script.declineCode)
    case "pays slowly":
      await new Promise((next) => setTimeout(next, slowness))
      break
    default:
  }
  settle(books, intent)
  if (script.does === "pays silently") return { ...ok(intent), lost: "stalled" }
  if (script.does !== "breaks") return ok(intent)
  return script.how === "cut" ? { ...ok(intent), lost: "cut" } : { ...outOfOrder, kept: true, headers: final }
}

const final = { "stripe-should-retry": "false" }

const tooMany = (wait: string) =>
  failed(429, { code: "rate_limit", message: "Too many requests." }, { headers: { "retry-after": wait } })

/** Fails without doing anything as often as its script says. */
const notYet = ({ tried }: Books, script: Script, key: string): Reply | undefined => {
  if (script.does === "breaks" && script.when === "before") return { ...outOfOrder, kept: true, headers: final }
  if (script.does === "is refused") return refused(script.message, script.code)
  if (script.does !== "pays later") return undefined
  const times = tried.get(key) ?? 0
  tried.set(key, times + 1)
  if (times >= script.after) return undefined
  if (script.how === "cut") return { ...outOfOrder, lost: "cut" }
  if (script.how === "503") return { ...outOfOrder, status: 503 }
  return tooMany(Number.isFinite(script.after) ? "1" : "7")
}

export const create = async (books: Books, form: Form, origin: string, key: string): Promise<Reply> => {
  const amount = Number(text(form, "amount"))
  const currency = text(form, "currency") ?? ""
  if (!Number.isInteger(amount) || !/^[a-z]{3}$/.test(currency)) return refused("Missing amount or currency.")
  if (amount < 50) return refused("Amount must be at least $0.50 usd", "amount_too_small")
  if (text(form, "confirm") !== "true") return ok(opened(books, form, amount, currency))
  const id = text(form, "payment_method_data", "shared_payment_granted_token")
  if (id === undefined) return refused("You must provide a payment method.", "parameter_missing")
  const token = tokenOf(books, id)
  if (token === undefined) return refused(`No such shared payment token: '${id}'`, "resource_missing")
  const script = scriptOf(id)
  const early = notYet(books, script, key)
  if (early !== undefined) return early
  const why = objection(books, token, amount, currency)
  if (why !== undefined) return refused(why)
  const reply = await run(books, opened(books, form, amount, currency), script, origin)
  if (reply.status === 200) use(books, id, amount)
  return reply
}

const unexpected = (intent: Intent) =>
  failed(400, {
    code: "payment_intent_unexpected_state",
    message: `This PaymentIntent's status is ${intent.status}.`,
    payment_intent: intent
  })

export const confirm = (books: Books, id: string, form: Form): Reply => {
  const intent = books.intents.get(id)
  if (intent === undefined) return missing("payment_intent", id)
  if (intent.status !== "requires_action") return unexpected(intent)
  const proof = text(form, "payment_method_options", "card", "three_d_secure", "cryptogram")
  if (proof === undefined) return ok(intent)
  if (proof === "wrong") return decline(books, intent, "payment_intent_authentication_failure")
  if (proof === "poor") return decline(books, intent, "card_declined", "insufficient_funds")
  settle(books, intent)
  return ok(intent)
}

export const cancel = (books: Books, id: string, form: Form): Reply => {
  const intent = books.intents.get(id)
  if (intent === undefined) return missing("payment_intent", id)
  if ([...books.sessions.values()].some(({ payment_intent }) => payment_intent === id)) {
    return refused("You must expire the Checkout Session of this PaymentIntent instead.")
  }
  if (intent.status !== "requires_payment_method" && intent.status !== "requires_action") return unexpected(intent)
  intent.status = "canceled"
  intent.next_action = null
  intent.cancellation_reason = text(form, "cancellation_reason") ?? null
  books.happened("payment_intent.canceled", intent)
  return ok(intent)
}

/** Its page is over. */
export const cancelWithPage = (books: Books, intent: Intent) => {
  if (intent.status === "succeeded") return
  intent.status = "canceled"
  books.happened("payment_intent.canceled", intent)
}

export const retrieve = (books: Books, id: string): Reply => {
  const intent = books.intents.get(id)
  if (books.reading === "limited") return tooMany("7")
  return intent === undefined ? missing("payment_intent", id) : ok(intent)
}

/** What the buyer did on their bank's page. */
export const atBank = (books: Books, id: string, approves: boolean): Reply => {
  const intent = books.intents.get(id)
  if (intent?.status !== "requires_action") return missing("challenge", id)
  if (approves) settle(books, intent)
  else decline(books, intent, "payment_intent_authentication_failure")
  return ok(intent)
}
