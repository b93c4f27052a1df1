export interface Intent {
  readonly id: string
  readonly object: "payment_intent"
  readonly amount: number
  readonly currency: string
  readonly created: number
  readonly livemode: false
  readonly metadata: Readonly<Record<string, string>>
  status: "requires_payment_method" | "requires_action" | "processing" | "succeeded" | "canceled"
  cancellation_reason: string | null
  last_payment_error: { readonly code: string; readonly decline_code?: string; readonly type: string } | null
  next_action: { readonly type: string; readonly redirect_to_url: { readonly url: string } } | null
}

export interface Refund {
  readonly id: string
  readonly object: "refund"
  readonly amount: number
  readonly created: number
  readonly currency: string
  readonly payment_intent: string
  readonly metadata: Readonly<Record<string, string>>
  status: "pending" | "succeeded" | "failed"
  failure_reason?: string
}

export interface Token {
  readonly id: string
  readonly object: "shared_payment.granted_token"
  deactivated_at: number | null
  deactivated_reason: string | null
  readonly usage_limits: {
    readonly currency: string
    readonly max_amount: number
    readonly expires_at: number | null
  }
  readonly usage_details: { readonly amount_captured: { value: number; readonly currency: string } }
}

/** A request as it came, for tests that look at the wire. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly body: string
}

export interface Event {
  readonly id: string
  readonly object: "event"
  readonly created: number
  readonly type: string
  readonly data: { readonly object: unknown }
}

/** Everything the double knows. Lives as long as its process. */
export class Books {
  readonly intents = new Map<string, Intent>()
  readonly refunds = new Map<string, Refund>()
  readonly tokens = new Map<string, Token>()
  readonly asked: Array<Asked> = []
  /** How often each key was tried in vain. */
  readonly tried = new Map<string, number>()
  readonly events: Array<Event> = []
  /** In milliseconds. */
  now: () => number = Date.now
  /** Whether tokens can be looked at before they are charged. */
  inspection: "there" | "missing" | "forbidden" = "there"
  /** Nothing is done, and 503 is all that is said. */
  away = false
  /** Whether a payment can be read by its name. */
  reading: "works" | "limited" = "works"
  refunding: "works" | "fails" | "breaks" = "works"
  #last = 0

  next(prefix: string): string {
    this.#last += 1
    return `${prefix}_double${String(this.#last).padStart(6, "0")}`
  }

  seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  happened(type: string, object: unknown): Event {
    const event: Event = {
      id: this.next("evt"),
      object: "event",
      created: this.seconds(),
      type,
      data: { object: structuredClone(object) }
    }
    this.events.push(event)
    return event
  }

  /** Cents that moved for an attempt and did not go back. */
  kept(attemptId: string): number {
    const its = [...this.intents.values()].filter(({ metadata }) => metadata.attempt_id === attemptId)
    const taken = its.filter(({ status }) => status === "succeeded")
    const back = [...this.refunds.values()].filter(
      ({ payment_intent, status }) => status !== "failed" && taken.some(({ id }) => id === payment_intent)
    )
    return taken.reduce((sum, { amount }) => sum + amount, 0) - back.reduce((sum, { amount }) => sum + amount, 0)
  }
}
