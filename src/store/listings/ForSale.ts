import type { ListingId, ShopId } from "../../../schemas/ids.ts"
import type { ListingStatus } from "../../../schemas/listing.ts"
import type { Cents } from "../../../schemas/money.ts"

/** What pricing a line needs to know of a listing, whatever its status. */
export interface ForSale {
  readonly id: ListingId
  readonly title: string
  readonly status: ListingStatus
  readonly price: Cents
  /** As stored: `/images/…` is relative to the server. */
  readonly image: string | null
  readonly shopId: ShopId
  readonly shopName: string
  /** The shop's state, `IL`, for taxes. */
  readonly shopState: string
  /** Slugs. */
  readonly category: string
  readonly city: string
  /** What can be sold now; the sum over its variants where there are any. */
  readonly stock: number
  readonly shippingEnabled: boolean
  readonly shippingCost: Cents
  readonly pickupEnabled: boolean
  readonly leadTimeDays: number
  readonly variants: ReadonlyArray<VariantForSale>
}

/** `priceDelta` in cents, may be negative. */
export interface VariantForSale {
  readonly name: string
  readonly priceDelta: number
  readonly stock: number
}
