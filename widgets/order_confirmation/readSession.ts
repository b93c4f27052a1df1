import type { Completed as CompletedSchema, Session as SessionSchema } from "../../schemas/session.ts"
import type { Ending, Placed, Stage } from "./Ending.ts"

type Session = typeof SessionSchema.Encoded
type Completed = typeof CompletedSchema.Encoded

const stages: Record<Session["status"], Stage> = {
  pending: "open",
  ready: "open",
  processing: "processing",
  authentication_required: "asks",
  completed: "paid",
  canceled: "over",
  expired: "over"
}

const isSession = (value: unknown): value is Session => {
  const session = value as Session | null | undefined
  return typeof session?.id === "string" && typeof session.continue_url === "string" && session.status in stages
}

/** Where an order has its page: beside the page of its checkout. Undefined where that stands somewhere else. */
const pageOf = (orderId: string, { continue_url, id }: Session) => {
  const end = `/checkout/${id}`
  return continue_url.endsWith(end) ? `${continue_url.slice(0, -end.length)}/orders/${orderId}` : undefined
}

const placedOf = (session: Session, { orders = [] }: Partial<Completed>): ReadonlyArray<Placed> =>
  orders.length > 0
    ? orders.map(({ estimated_delivery, id, order_number, payment_status, shop_name, total, tracking_url }) => ({
        key: id,
        id,
        number: order_number,
        shop: shop_name,
        total,
        expected: estimated_delivery,
        tracking: tracking_url,
        page: payment_status === "processing" ? undefined : pageOf(id, session)
      }))
    : (session.deliveries ?? []).map(({ method, options, shop }) => {
        const expected = options.find((option) => option.method === method)?.estimated_delivery
        return { key: shop.id, shop: shop.name, ...(expected && { expected }) }
      })

/** An order says it best; without one, the checkout says what is still to be done. */
const stageOf = (session: Session, order: Completed["order"]): Stage => {
  if (order === undefined) return stages[session.status]
  const { payment_status } = order
  return payment_status === "failed" || payment_status === "processing" ? payment_status : "paid"
}

/** What `complete_checkout` or `get_checkout` answered. */
export const readSession = (content: unknown): Ending | undefined => {
  const completed = (content ?? {}) as Partial<Completed>
  const { checkout_session: session, order } = completed
  if (!isSession(session)) return undefined
  const stage = stageOf(session, order)
  const placed = stage === "paid" || stage === "processing"
  return {
    id: session.id,
    stage,
    ...(order && placed && { confirmation: order.confirmation_number }),
    orders: placed ? placedOf(session, completed) : [],
    total: order?.total ?? session.total,
    currency: session.currency,
    email: session.email,
    missing: session.missing ?? [],
    continueUrl: session.continue_url
  }
}
