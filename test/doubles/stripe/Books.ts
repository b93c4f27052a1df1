import type { Form } from "./form.ts"

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

/** A page where a buyer pays. */
export interface CheckoutSession {
  readonly id: string
  readonly object: "checkout.session"
  readonly adaptive_pricing: { readonly enabled: boolean }
  readonly allowed_payment_method_types: ReadonlyArray<string>
  readonly amount_subtotal: number
  readonly amount_total: number
  readonly cancel_url: string | null
  readonly client_reference_id: string | null
  readonly created: number
  readonly currency: string
  readonly customer_email: string | null
  readonly expires_at: number
  readonly livemode: false
  readonly metadata: Readonly<Record<string, string>>
  readonly mode: "payment"
  payment_intent: string | null
  payment_status: "unpaid" | "paid"
  status: "open" | "complete" | "expired"
  readonly success_url: string
  url: string | null
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
  readonly sessions = new Map<string, CheckoutSession>()
  /** What a page says of the payment that it will make, by the page. */
  readonly withIntents = new Map<string, Form>()
  /** Pages whose buyer is paying at this moment. */
  readonly paying = new Set<string>()
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
  /** Whether it is heard that a page was opened. */
  opening: "works" | "unheard" = "works"
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
