import { Data } from "effect"
import Stripe from "stripe"

/**
 * What came instead of an answer.
 * - `card`: the card was declined.
 * - `invalid`: the request cannot be done. `reused`: its key has been used for another one.
 * - `limited`: too many requests. `key`: our key is not accepted. `unsent`: nobody was there. None of them did anything.
 * - `locked`: the same request is being done. `lost`: it may have been done.
 */
type Kind = "card" | "invalid" | "reused" | "limited" | "key" | "unsent" | "locked" | "lost"

/** Holds codes and ids, and no words of Stripe: those may name a token. */
export class Trouble extends Data.TaggedError("Trouble")<{
  readonly kind: Kind
  readonly code?: string | undefined
  readonly declineCode?: string | undefined
  readonly about?: string | undefined
  readonly requestId?: string | undefined
  /** In seconds. */
  readonly retryAfter?: number | undefined
  readonly mayBeAskedAgain: boolean
}> {}

const noConnection = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"])

const kindOf = (error: Stripe.errors.StripeError): Kind => {
  if (error instanceof Stripe.errors.StripeConnectionError) {
    return noConnection.has((error.detail as { readonly code?: string } | undefined)?.code ?? "") ? "unsent" : "lost"
  }
  if (error instanceof Stripe.errors.StripeCardError) return "card"
  if (error instanceof Stripe.errors.StripeIdempotencyError) return "reused"
  // A key that was used at another address is refused in these words, whatever the type.
  if (/^Keys for idempotent requests can only be used/.test(error.message)) return "reused"
  if (error instanceof Stripe.errors.StripeInvalidRequestError) return "invalid"
  if (error instanceof Stripe.errors.StripeRateLimitError) return "limited"
  if (error instanceof Stripe.errors.StripeAuthenticationError) return "key"
  if (error instanceof Stripe.errors.StripePermissionError) return "key"
  return error.statusCode === 409 ? "locked" : "lost"
}

/** What the words of a refusal are about, where no code says it. Only the subject is kept. */
const subjects = {
  expired: /expired/i,
  used: /consumed|already (been )?used/i,
  revoked: /revoked|deactivated/i,
  currency: /currency/i,
  limit: /limit|max_amount|exceeds/i
} as const

const subjectOf = (message: string) =>
  Object.entries(subjects).find(([, words]) => words.test(message))?.[0] as keyof typeof subjects | undefined

const passing: ReadonlySet<Kind> = new Set(["limited", "unsent", "locked", "lost"])

/** Whoever is told to wait longer, in seconds, does not ask again now. */
const soon = 1

/** Anything that is not Stripe's is a bug of ours, and stays what it is. */
export const troubleOf = (error: unknown): Trouble => {
  if (!(error instanceof Stripe.errors.StripeError)) throw error
  const kind = kindOf(error)
  const seconds = Number(error.headers?.["retry-after"])
  return new Trouble({
    kind,
    code: error.code,
    declineCode: error.decline_code || undefined,
    about: subjectOf(error.message),
    requestId: error.requestId,
    retryAfter: seconds > 0 ? seconds : undefined,
    mayBeAskedAgain: passing.has(kind) && error.headers?.["stripe-should-retry"] !== "false" && !(seconds > soon)
  })
}
