import type { Books, Token } from "./Books.ts"
import { type Form, text } from "./form.ts"
import { failed, missing, ok, type Reply } from "./Reply.ts"

const dear = 99_999_999
const hour = 3600

const made = (books: Books, id: string, over: Partial<Token["usage_limits"]> = {}): Token => {
  const currency = over.currency ?? "usd"
  return {
    id,
    object: "shared_payment.granted_token",
    deactivated_at: null,
    deactivated_reason: null,
    usage_limits: { currency, max_amount: dear, expires_at: books.seconds() + hour, ...over },
    usage_details: { amount_captured: { value: 0, currency } }
  }
}

const dead = (books: Books, id: string, deactivated_reason: string): Token => ({
  ...made(books, id),
  deactivated_at: books.seconds() - 1,
  deactivated_reason
})

/** Tokens that are there without being granted, each good for as many purchases as one likes. */
const standing = (books: Books, id: string): Token | undefined => {
  switch (/^(?:spt|vt)_test_(\w+)$/.exec(id)?.[1]) {
    case undefined:
      return undefined
    case "expired":
      return made(books, id, { expires_at: books.seconds() - 1 })
    case "over_limit":
      return made(books, id, { max_amount: 1 })
    case "wrong_currency":
      return made(books, id, { currency: "eur" })
    case "revoked":
      return dead(books, id, "revoked")
    case "consumed":
      return dead(books, id, "consumed")
    default:
      return made(books, id)
  }
}

export const tokenOf = (books: Books, id: string) => books.tokens.get(id) ?? standing(books, id)

/** Why a token cannot pay: in the words a payment is refused with. */
export const objection = (books: Books, token: Token, amount: number, currency: string): string | undefined => {
  const { deactivated_reason, usage_details, usage_limits } = token
  if (deactivated_reason !== null) return `The shared payment token has been ${deactivated_reason}.`
  if (usage_limits.expires_at !== null && usage_limits.expires_at <= books.seconds()) {
    return "The shared payment token has expired."
  }
  if (usage_limits.currency !== currency) return "The currency is not the one of the shared payment token."
  if (amount > usage_limits.max_amount - usage_details.amount_captured.value) {
    return "The amount exceeds what is left of the shared payment token's max_amount."
  }
  return undefined
}

export const use = (books: Books, id: string, amount: number) => {
  const token = books.tokens.get(id)
  if (token === undefined) return
  token.usage_details.amount_captured.value += amount
  token.deactivated_at = books.seconds()
  token.deactivated_reason = "consumed"
}

export const inspect = (books: Books, id: string): Reply => {
  if (books.inspection === "missing") {
    return failed(404, { message: `Unrecognized request URL (GET: /v1/shared_payment/granted_tokens/${id}).` })
  }
  if (books.inspection === "forbidden") return failed(403, { message: "This account may not look at tokens." })
  const token = tokenOf(books, id)
  return token === undefined ? missing("granted_token", id) : ok(token)
}

export const grant = (books: Books, form: Form): Reply => {
  const expires = text(form, "usage_limits", "expires_at")
  const token = made(books, books.next("spt"), {
    currency: text(form, "usage_limits", "currency") ?? "usd",
    max_amount: Number(text(form, "usage_limits", "max_amount") ?? dear),
    ...(expires !== undefined && { expires_at: Number(expires) })
  })
  books.tokens.set(token.id, token)
  return ok(token)
}

export const revoke = (books: Books, id: string): Reply => {
  const token = books.tokens.get(id)
  if (token === undefined) return missing("granted_token", id)
  token.deactivated_at = books.seconds()
  token.deactivated_reason = "revoked"
  return ok(token)
}
