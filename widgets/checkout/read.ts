import type { SheetSession } from "../../schemas/acp/SheetSession.ts"
import type { Completed as CompletedSchema, Session as SessionSchema } from "../../schemas/session.ts"
import type { Json } from "../kit/wire.ts"

export type Session = typeof SessionSchema.Encoded
export type Completed = typeof CompletedSchema.Encoded
export type Address = NonNullable<Session["shipping_address"]>

/** A checkout as this widget shows it, with what a payment sheet needs once it can be paid. */
export interface Shown {
  readonly session: Session
  readonly sheet?: typeof SheetSession.Encoded
  /** What paying it ended in, when it was paid from here. */
  readonly done?: Completed
}

const isSession = (value: unknown): value is Session => {
  const session = value as Session | null | undefined
  return typeof session?.id === "string" && Array.isArray(session.lines) && Array.isArray(session.deliveries)
}

export const read = (content: unknown, meta: Json): Shown | undefined => {
  const { checkout_session: session } = (content ?? {}) as { readonly checkout_session?: unknown }
  if (!isSession(session)) return undefined
  const sheet = meta.payment_sheet as Shown["sheet"]
  return { session, ...(sheet && { sheet }) }
}

export const readCompleted = (content: unknown): Completed | undefined => {
  const completed = content as Completed | null | undefined
  return Array.isArray(completed?.orders) && isSession(completed.checkout_session) ? completed : undefined
}
