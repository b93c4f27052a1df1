import { answered, refused, type State } from "../kit/State.ts"
import { pieces, shops } from "../kit/samples.ts"
import type { Dashboard, DashboardAnswer, Period } from "./read.ts"

const DAY = 86_400_000
const today = Date.parse("2026-05-04")
const day = (before: number) => new Date(today - before * DAY).toISOString().slice(0, 10)
const at = (before: number) => `${day(before)}T15:20:00.000Z`

/** Some days well, some not at all, the same whenever it is drawn. */
const sold = (index: number) => ((index * 37) % 11 < 4 ? 0 : ((index * 7919) % 140) + 18.5)
const chart = (days: number) =>
  Array.from({ length: days }, (_, index) => ({ date: day(days - 1 - index), amount: sold(days - index) }))
const total = (days: ReadonlyArray<{ readonly amount: number }>) =>
  Math.round(days.reduce((sum, { amount }) => sum + amount, 0) * 100) / 100

const [mug, belly, , calendar, mitts] = pieces

const board = (time_period: Period, days: number): Dashboard => ({
  shop: { id: shops[0].id, name: shops[0].name },
  time_period,
  currency: "usd",
  total_sales: total(chart(days)),
  sales_count: Math.ceil(days * 0.8),
  active_listings: 18,
  pending_orders: 4,
  average_rating: 4.8,
  sales_chart: chart(days),
  top_products: [
    { listing_id: mug.id, title: mug.title, sales: 14, revenue: 350 },
    { listing_id: belly.id, title: belly.title, sales: 9, revenue: 198 },
    { listing_id: calendar.id, title: calendar.title, sales: 2, revenue: 76 }
  ],
  recent_orders: [
    { order_id: "ord_6", order_number: "CL-20418", total: 54.2, status: "pending", created_at: at(0) },
    { order_id: "ord_5", order_number: "CL-20411", total: 25, status: "ready_for_pickup", created_at: at(1) },
    { order_id: "ord_4", order_number: "CL-20397", total: 81.75, status: "shipped", created_at: at(3) },
    { order_id: "ord_3", order_number: "CL-20380", total: 38, status: "delivered", created_at: at(6) },
    { order_id: "ord_2", order_number: "CL-20377", total: 22, status: "cancelled", created_at: at(7) },
    { order_id: "ord_1", order_number: "CL-20352", total: 62, status: "delivered", created_at: at(11) }
  ],
  orders_to_do: [
    {
      order_id: "ord_7",
      order_number: "CL-20402",
      total: 47,
      status: "processing",
      created_at: at(2),
      buyer_name: "Ada Brook",
      items: "1 x Tenmoku Low Cappuccino Mug, 1 x Sgraffito Fern Belly Mug",
      shipping_method: "standard",
      estimated_delivery: day(-4)
    },
    {
      order_id: "ord_8",
      order_number: "CL-20409",
      total: 25,
      status: "pending",
      created_at: at(1),
      buyer_name: "Jonas Weiss",
      items: "1 x Tenmoku Low Cappuccino Mug",
      shipping_method: "pickup",
      estimated_delivery: day(-2)
    },
    {
      order_id: "ord_6",
      order_number: "CL-20418",
      total: 54.2,
      status: "pending",
      created_at: at(0),
      buyer_name: "Lucía Fernández",
      items: "2 x Sgraffito Fern Belly Mug",
      shipping_method: "expedited",
      estimated_delivery: day(-3)
    },
    {
      order_id: "ord_9",
      order_number: "CL-20419",
      total: 38,
      status: "pending",
      created_at: at(0),
      buyer_name: "Mei Tanaka",
      items: "1 x City Block Perpetual Calendar",
      shipping_method: "standard",
      estimated_delivery: day(-6)
    }
  ],
  low_stock: [
    { listing_id: mitts.id, title: mitts.title, stock: 0, has_variants: true },
    { listing_id: calendar.id, title: calendar.title, stock: 3, has_variants: false }
  ]
})

const month = board("30d", 30)
const told = (dashboard: Dashboard, tools?: ReadonlyArray<string>) =>
  answered({ dashboard } satisfies DashboardAnswer, tools)
const quiet: Dashboard = {
  ...month,
  total_sales: 0,
  sales_count: 0,
  active_listings: 0,
  pending_orders: 0,
  average_rating: 0,
  sales_chart: month.sales_chart.map(({ date }) => ({ date, amount: 0 })),
  top_products: [],
  recent_orders: [],
  orders_to_do: [],
  low_stock: []
}
const long =
  "A very long title that somebody wrote with all that can be said of one piece of clay, and withoutanyspacewhereitcouldbreak"
const much: Dashboard = {
  ...board("all", 365),
  shop: { id: shops[0].id, name: long },
  total_sales: 1_284_500.25,
  active_listings: 12_480,
  top_products: month.top_products.map((product) => ({ ...product, title: long, revenue: 1_000_000 })),
  orders_to_do: month.orders_to_do.map((order) => ({ ...order, buyer_name: long, items: `${long}, ${long}` })),
  low_stock: month.low_stock.map((listing) => ({ ...listing, title: long }))
}
const moved = (id: string, status: string) =>
  answered({
    order: { id, order_number: "CL-20402", status, carrier: "usps", tracking_number: "9400", tracking_url: null },
    message: "The buyer was told."
  })
const tools = {
  get_seller_dashboard: [told(board("7d", 7)), told(board("90d", 90)), told(board("1y", 365)), told(month)],
  update_order_status: moved("ord_7", "shipped")
}

export const states: ReadonlyArray<State> = [
  { name: "waiting" },
  { name: "ready", result: told(month), tools },
  { name: "seven days", result: told(board("7d", 7)), tools },
  { name: "a quarter", result: told(board("90d", 90)), tools },
  { name: "empty", result: told(quiet), tools },
  { name: "its first day", result: told({ ...quiet, ...board("all", 1), low_stock: [] }), tools },
  { name: "long texts", result: told(much), tools },
  { name: "tools absent", result: told(month, ["search_listings"]) },
  { name: "no capabilities", result: told(month), capabilities: {} },
  {
    name: "failed",
    result: refused("FORBIDDEN", "This needs the permission seller.manage. Sign in again and allow it.")
  },
  { name: "cancelled", cancelled: true }
]
