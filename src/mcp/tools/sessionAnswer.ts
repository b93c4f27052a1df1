import { Effect, type Schema } from "effect"
import type { SheetSession } from "../../../schemas/acp/SheetSession.ts"
import { Session } from "../../../schemas/session.ts"
import { wire } from "../../../schemas/wire.ts"
import { PaymentSheet } from "../../services/acp/PaymentSheet.ts"

/** A checkout, and what a payment sheet needs to take it from here. */
export interface SessionAnswer {
  readonly checkoutSession: Session
  /** For widgets; the model has the checkout itself. */
  readonly paymentSheet?: SheetSession | undefined
}

/** What the model is told: the checkout alone. */
export const sessionAnswer = wire({ checkoutSession: Session }) as unknown as Schema.Codec<SessionAnswer, unknown>

export const sheetBeside = ({ paymentSheet }: SessionAnswer) => paymentSheet && { payment_sheet: paymentSheet }

/** With its payment sheet, once it can be paid. */
export const withSheet = Effect.fnUntraced(function* (checkoutSession: Session) {
  if (checkoutSession.status !== "ready") return { checkoutSession } satisfies SessionAnswer
  const paymentSheet = yield* (yield* PaymentSheet).show(checkoutSession.id)
  return { checkoutSession, paymentSheet } satisfies SessionAnswer
})
