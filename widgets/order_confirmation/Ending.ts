/** What a request to pay came to. `asks`: the bank wants a confirmation; `open`: something is still to be done. */
export type Stage = "paid" | "processing" | "failed" | "asks" | "open" | "over"

/** What one shop will send, as far as it is told. */
export interface Placed {
  readonly key: string
  /** Of the order; absent where only the checkout is known. */
  readonly id?: string
  readonly number?: string
  readonly shop?: string
  readonly total?: number
  readonly expected?: string
  readonly tracking?: string | null
  readonly page?: string | undefined
}

/** The same for every shape that the answer comes in. */
export interface Ending {
  /** Of the checkout. */
  readonly id: string
  readonly stage: Stage
  readonly confirmation?: string
  readonly orders: ReadonlyArray<Placed>
  readonly total?: number | undefined
  readonly currency: string
  readonly email?: string | null
  readonly missing: ReadonlyArray<string>
  readonly continueUrl: string
}

const settled = (stage: Stage) => stage === "paid" || stage === "processing"

/**
 * What is known by now. A checkout that is read again tells no order numbers, so those told before stay; and where a
 * payment was under way and the checkout is open again, it did not go through.
 */
export const joined = (before: Ending | undefined, now: Ending): Ending => {
  if (before?.id !== now.id) return now
  if (before.stage === "processing" && now.stage === "open") return { ...now, stage: "failed" }
  if (!settled(now.stage) || now.confirmation !== undefined || before.orders.length === 0) return now
  return { ...now, orders: before.orders, ...(before.confirmation && { confirmation: before.confirmation }) }
}
