import type { IllegalStep, NotFound, Refusal } from "../errors.ts"
import type { AcpError } from "./AcpError.ts"

interface Told extends Pick<AcpError, "type" | "code"> {
  /** Where the protocol wants another status than our other doors. */
  readonly status?: number
}

const request = (code: string, status?: number): Told => ({ type: "invalid_request", code, ...(status && { status }) })
const processing = (code: string): Told => ({ type: "processing_error", code })
const unavailable = (code: string): Told => ({ type: "service_unavailable", code })

/** Each error of ours, by its name, as the protocol tells it. */
const table: Record<string, Told> = {
  Unauthorized: request("unauthorized"),
  Forbidden: request("forbidden"),
  NotFound: request("session_not_found"),
  Invalid: request("invalid"),
  NotReady: request("missing"),
  OutOfStock: request("out_of_stock"),
  TotalChanged: request("conflict"),
  StaleCheckout: request("conflict"),
  PaymentDeclined: processing("payment_declined"),
  SessionExpired: request("session_expired", 409),
  KeyReused: request("idempotency_conflict"),
  KeyInFlight: request("idempotency_in_flight"),
  RateLimited: unavailable("rate_limited"),
  Unavailable: unavailable("unavailable"),
  Internal: processing("internal_error")
}

/** What may no longer be changed, by the state it is in. */
const ended: Record<string, Told> = {
  Completed: request("session_completed"),
  Canceled: request("session_canceled"),
  Expired: request("session_expired"),
  Paying: request("payment_in_progress"),
  Challenged: request("authentication_required")
}

const toldOf = (refusal: Refusal): Told =>
  (refusal._tag === "NotFound" && (refusal as NotFound).what === "cart" ? request("not_found") : undefined) ??
  (refusal._tag === "IllegalStep" ? ended[(refusal as IllegalStep).from] : table[refusal._tag]) ??
  (refusal.status < 500 ? request("invalid") : processing("internal_error"))

/** An error of ours as the protocol tells it: its status and its body. */
export const acpError = (refusal: Refusal): { readonly status: number; readonly body: AcpError } => {
  const { status = refusal.status, ...told } = toldOf(refusal)
  return { status, body: { ...told, message: refusal.message } }
}
