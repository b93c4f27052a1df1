import { Schema } from "effect"
import { type Attempt, CheckoutState, type Lines } from "../../schemas/checkout.ts"
import { AttemptId, CheckoutId } from "../../schemas/ids.ts"
import { ordersOf, planned } from "../domain/orders.ts"
import { lineRows, orderRow } from "../store/orders/newRows.ts"
import { type Buyer, ofAccount, stranger } from "./buyers.ts"
import { contentsOf, parcel } from "./contents.ts"
import { courseOf } from "./course.ts"
import type { Offer } from "./listings.ts"
import { type Random, random } from "./random.ts"
import type {
  AttemptRow,
  CheckoutRow,
  DiscountCodeRow,
  OrderEventRow,
  OrderLineRow,
  OrderRow,
  RefundRow
} from "./rows.ts"
import type { Person } from "./shops.ts"
import { daysAfter, daysBefore } from "./time.ts"

/** An order with what reviews need to know of it. */
export interface Sale {
  readonly order: OrderRow
  readonly lines: ReadonlyArray<OrderLineRow>
  readonly accountId: string | null
  readonly deliveredAt: Date | null
}

export interface Trade {
  readonly checkouts: ReadonlyArray<CheckoutRow>
  readonly attempts: ReadonlyArray<AttemptRow>
  readonly sales: ReadonlyArray<Sale>
  readonly events: ReadonlyArray<OrderEventRow>
  readonly refunds: ReadonlyArray<RefundRow>
}

const encodeState = Schema.encodeSync(CheckoutState)

const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ".split("")
const number = (r: Random) => {
  const word = Array.from({ length: 8 }, () => r.pick(letters)).join("")
  return `CL-${word.slice(0, 4)}-${word.slice(4)}`
}

const refundOf = ({ id, totals }: ReturnType<typeof ordersOf>[number], attemptId: string, at: Date): RefundRow => ({
  id: `rfd_${id.slice(4)}`,
  attempt_id: attemptId,
  order_id: id,
  amount: totals.total,
  currency: "usd",
  reason: "canceled",
  status: "completed",
  created_at: at,
  ended_at: at
})

/** So many past orders, newest first, by the rules of pricing that live ones follow. */
export const generateTrade = (
  people: { readonly buyer: Person; readonly buyers: ReadonlyArray<Person> },
  offers: ReadonlyArray<Offer>,
  codes: ReadonlyArray<DiscountCodeRow>,
  count: number,
  seed: number,
  now: Date
): Trade => {
  const r = random(seed, "orders")
  const checkouts: Array<CheckoutRow> = []
  const attempts: Array<AttemptRow> = []
  const sales: Array<Sale> = []
  const events: Array<OrderEventRow> = []
  const refunds: Array<RefundRow> = []
  const ours = offers[0]!.shop.row
  const seller = offers.find(({ shop }) => shop.maker.slug === "clay-and-kiln")?.shop.row ?? ours

  const whoAt = (place: number): Buyer => {
    if (place % 13 === 1) return ofAccount(people.buyer)
    const chance = r.next()
    if (chance < 0.12) return stranger("guest", r)
    return chance < 0.17 ? stranger("agent:key_demo", r) : ofAccount(r.pick(people.buyers))
  }

  for (let place = 0; sales.length < count; place++) {
    const age = 0.1 + 330 * Math.min(1, (place + r.next()) / (count * 0.9)) ** 2.1
    const at = daysBefore(now, age)
    const buyer = whoAt(place)
    const fetched = place >= 16 && place <= 18
    const sold = offers.filter(
      ({ age: listed, row }) => listed > age + 1 && (!fetched || (row.pickup_enabled && row.lead_time_days <= 2))
    )
    const shopIds = r.shuffled([...new Set(sold.map(({ row }) => row.shop_id))])
    const wanted = Math.min(count - sales.length, place % 11 === 1 ? 3 : r.chance(0.08) ? 2 : 1)
    const first = place % 8 === 3 && shopIds.includes(seller.id) ? [seller.id] : []
    const chosen = [...first, ...shopIds.filter((id) => id !== first[0])].slice(0, wanted)
    const lines = chosen.flatMap((id) =>
      parcel(
        sold.filter(({ row }) => row.shop_id === id),
        r
      )
    ) as unknown as Lines
    const contents = contentsOf(buyer, lines, codes, at, fetched, r)
    const id = CheckoutId.make(r.id("chk"))
    const confirmationNumber = number(r)
    const attempt: Attempt = {
      id: AttemptId.make(r.id("att")),
      confirmationNumber,
      orders: planned(
        contents,
        confirmationNumber,
        chosen.map(() => r.id("ord"))
      )
    }
    const opened = daysBefore(at, (3 + 9 * r.next()) / (24 * 60))
    const owner = buyer.owner as `account:${string}`
    checkouts.push({
      id,
      owner,
      channel: "demo",
      state: "Completed",
      data: encodeState({ _tag: "Completed", contents, attempt }),
      version: 4,
      expires_at: daysAfter(at, 30 / (24 * 60)),
      created_at: opened,
      updated_at: at
    })
    attempts.push({
      id: attempt.id,
      checkout_id: id,
      amount: contents.quote.totals.total,
      currency: "usd",
      status: "settled",
      started_at: daysBefore(at, 2 / (24 * 60 * 60)),
      ended_at: at
    })
    for (const order of ordersOf({ id, owner, channel: "demo" }, contents, attempt, at, "succeeded")) {
      const option = contents.quote.options.find(
        ({ method, shopId }) => shopId === order.shopId && method === order.method
      )!
      const lead = Math.max(...lines.filter(({ shopId }) => shopId === order.shopId).map((line) => line.leadTimeDays))
      const course = courseOf(order.method, at, now, { lead, transit: option.maxDays - lead }, r)
      sales.push({
        accountId: buyer.accountId,
        deliveredAt: course.status === "delivered" ? course.events.at(-1)!.at : null,
        lines: lineRows(order),
        order: {
          ...orderRow(order),
          pickup_notes: null,
          status: course.status,
          payment_status: course.paymentStatus,
          refunded: course.paymentStatus === "refunded" ? order.totals.total : 0,
          carrier: course.trackingNumber === null ? null : "usps",
          tracking_number: course.trackingNumber,
          tracking_url:
            course.trackingNumber === null
              ? null
              : `https://tools.usps.com/go/TrackConfirmAction?tLabels=${course.trackingNumber}`,
          channel: "demo",
          updated_at: course.events.at(-1)!.at
        }
      })
      events.push(
        ...course.events.map((event, index) => ({
          id: `evt_${order.id.slice(4)}${index === 0 ? "" : `-${index}`}`,
          order_id: order.id,
          ...event
        }))
      )
      if (course.paymentStatus === "refunded") refunds.push(refundOf(order, attempt.id, course.events.at(-1)!.at))
    }
  }
  return { checkouts, attempts, sales, events, refunds }
}
