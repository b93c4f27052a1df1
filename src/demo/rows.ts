import type { Scope } from "../../schemas/access.ts"
import type { OrderEvent } from "../../schemas/order.ts"

/** The market as rows: fields are named like the columns they fill. Amounts in cents. */
export interface AccountRow {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly roles: ReadonlyArray<"buyer" | "seller" | "admin">
  readonly phone: string | null
  readonly member_since: Date | null
  readonly created_at: Date
  readonly email_verified_at: Date
}

export interface AddressRow {
  readonly id: string
  readonly account_id: string
  readonly address: Readonly<Record<string, string>>
  readonly is_default: boolean
  readonly created_at: Date
}

export interface PasswordRow {
  readonly account_id: string
  readonly hash: string
  readonly changed_at: Date
}

export interface CategoryRow {
  readonly slug: string
  readonly name: string
  readonly position: number
}

export interface CityRow {
  readonly slug: string
  readonly name: string
  readonly state: string
}

export interface ShopRow {
  readonly id: string
  readonly account_id: string
  readonly name: string
  readonly description: string
  readonly city: string
  readonly rating: number
  readonly total_reviews: number
  readonly return_policy: string
  readonly created_at: Date
}

export interface ListingRow {
  readonly id: string
  readonly shop_id: string
  readonly title: string
  readonly description: string
  readonly price: number
  readonly images: ReadonlyArray<string>
  readonly category: string
  readonly city: string
  readonly tags: ReadonlyArray<string>
  readonly materials: ReadonlyArray<string>
  readonly dimensions: string
  readonly weight_oz: number
  readonly stock: number
  readonly shipping_enabled: boolean
  readonly shipping_cost: number
  readonly pickup_enabled: boolean
  readonly lead_time_days: number
  readonly status: "draft" | "pending_review" | "active" | "sold" | "deleted"
  readonly popularity: number
  readonly channel: "demo"
  readonly created_at: Date
  readonly updated_at: Date
}

export interface VariantRow {
  readonly listing_id: string
  readonly name: string
  readonly price_delta: number
  readonly stock: number
  readonly position: number
}

export interface ReviewRow {
  readonly id: string
  readonly listing_id: string
  readonly account_id: string | null
  readonly reviewer_name: string
  readonly rating: number
  readonly comment: string
  readonly created_at: Date
}

export interface QuestionRow {
  readonly id: string
  readonly listing_id: string
  readonly question: string
  readonly answer: string | null
  readonly created_at: Date
}

export interface DiscountCodeRow {
  readonly code: string
  readonly title: string
  readonly kind: "percentage" | "fixed" | "free_shipping"
  readonly percent: number | null
  readonly amount: number | null
  readonly shop_id: string | null
  readonly minimum: number
  readonly priority: number
  readonly starts_at: Date | null
  readonly ends_at: Date | null
}

export interface CheckoutRow {
  readonly id: string
  readonly owner: string
  readonly channel: "demo"
  readonly state: "Completed"
  /** A `CheckoutState`, encoded by its schema. */
  readonly data: unknown
  readonly version: number
  readonly expires_at: Date
  readonly created_at: Date
  readonly updated_at: Date
}

export interface AttemptRow {
  readonly id: string
  readonly checkout_id: string
  readonly amount: number
  readonly currency: string
  readonly status: "settled"
  readonly started_at: Date
  readonly ended_at: Date
}

export interface OrderRow {
  readonly id: string
  readonly number: string
  readonly confirmation_number: string
  readonly checkout_id: string
  readonly shop_id: string
  readonly owner: string
  readonly buyer_name: string
  readonly buyer_email: string
  readonly address: unknown
  readonly method: "standard" | "expedited" | "pickup"
  readonly pickup_notes: string | null
  readonly status: "pending" | "processing" | "ready_for_pickup" | "shipped" | "delivered" | "cancelled"
  readonly payment_status: "succeeded" | "refunded"
  readonly refunded: number
  readonly currency: string
  readonly items_base: number
  readonly items_discount: number
  readonly subtotal: number
  readonly discount: number
  readonly fulfillment: number
  readonly tax: number
  readonly total: number
  readonly carrier: string | null
  readonly tracking_number: string | null
  readonly tracking_url: string | null
  readonly estimated_delivery: string
  readonly channel: "demo"
  readonly created_at: Date
  readonly updated_at: Date
}

export interface OrderLineRow {
  readonly order_id: string
  readonly position: number
  readonly listing_id: string
  readonly variant: string
  readonly title: string
  readonly image: string | null
  readonly quantity: number
  readonly unit_price: number
  readonly line_id: string
  readonly base: number
  readonly discount: number
  readonly subtotal: number
  readonly tax: number
  readonly total: number
}

export interface RefundRow {
  readonly id: string
  readonly attempt_id: string
  readonly order_id: string
  readonly amount: number
  readonly currency: string
  readonly reason: string
  readonly status: "completed"
  readonly created_at: Date
  readonly ended_at: Date
}

export interface OrderEventRow {
  readonly id: string
  readonly order_id: string
  readonly type: OrderEvent["type"]
  readonly at: Date
  readonly status: OrderRow["status"]
  readonly note: string | null
}

export interface AgentKeyRow {
  readonly id: string
  readonly name: string
  readonly hash: string
  readonly created_at: Date
}

export interface ServiceAccountRow {
  readonly id: string
  readonly name: string
  readonly secret_hash: string
  readonly scopes: ReadonlyArray<Scope>
  readonly created_at: Date
}

/** Every table of the demo shop, in an order in which each row finds what it refers to. */
export interface Market {
  readonly accounts: ReadonlyArray<AccountRow>
  readonly addresses: ReadonlyArray<AddressRow>
  readonly passwords: ReadonlyArray<PasswordRow>
  readonly categories: ReadonlyArray<CategoryRow>
  readonly cities: ReadonlyArray<CityRow>
  readonly shops: ReadonlyArray<ShopRow>
  readonly listings: ReadonlyArray<ListingRow>
  readonly variants: ReadonlyArray<VariantRow>
  readonly reviews: ReadonlyArray<ReviewRow>
  readonly questions: ReadonlyArray<QuestionRow>
  readonly discount_codes: ReadonlyArray<DiscountCodeRow>
  readonly checkouts: ReadonlyArray<CheckoutRow>
  readonly attempts: ReadonlyArray<AttemptRow>
  readonly orders: ReadonlyArray<OrderRow>
  readonly order_lines: ReadonlyArray<OrderLineRow>
  readonly order_events: ReadonlyArray<OrderEventRow>
  readonly refunds: ReadonlyArray<RefundRow>
  readonly agent_keys: ReadonlyArray<AgentKeyRow>
  readonly service_accounts: ReadonlyArray<ServiceAccountRow>
}
