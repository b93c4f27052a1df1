import type { Caller } from "../../ports/Caller.ts"
import type { AcpSessions } from "../../services/acp/AcpSessions.ts"
import type { PaymentSheet } from "../../services/acp/PaymentSheet.ts"
import type { Baskets } from "../../services/Baskets.ts"
import type { Catalog } from "../../services/Catalog.ts"
import type { Dashboards } from "../../services/Dashboards.ts"
import type { ListingForms } from "../../services/ListingForms.ts"
import type { Memberships } from "../../services/Memberships.ts"
import type { Ordering } from "../../services/Ordering.ts"
import type { Purchases } from "../../services/Purchases.ts"
import type { Selling } from "../../services/Selling.ts"
import type { ShopOrders } from "../../services/ShopOrders.ts"
import type { SignInSessions } from "../../services/SignInSessions.ts"
import type { Uploads } from "../../services/Uploads.ts"
import type { Tool } from "../Tool.ts"
import { addToCart } from "./add_to_cart.ts"
import { authenticate } from "./authenticate.ts"
import { cancelCheckout } from "./cancel_checkout.ts"
import { cancelCheckoutSession } from "./cancel_checkout_session.ts"
import { cancelOrder } from "./cancel_order.ts"
import { checkoutSession } from "./checkout_session.ts"
import { completeCheckout } from "./complete_checkout.ts"
import { completeCheckoutSession } from "./complete_checkout_session.ts"
import { createCheckout } from "./create_checkout.ts"
import { createCheckoutSession } from "./create_checkout_session.ts"
import { createListing } from "./create_listing.ts"
import { createSession } from "./create_session.ts"
import { deleteListing } from "./delete_listing.ts"
import { getAuthStatus } from "./get_auth_status.ts"
import { getCart } from "./get_cart.ts"
import { getCheckout } from "./get_checkout.ts"
import { getCheckoutSession } from "./get_checkout_session.ts"
import { getListing } from "./get_listing.ts"
import { getMembership } from "./get_membership.ts"
import { getOrderDetail } from "./get_order_detail.ts"
import { getOrders } from "./get_orders.ts"
import { getPaymentLink } from "./get_payment_link.ts"
import { getSellerDashboard } from "./get_seller_dashboard.ts"
import { joinMembership } from "./join_membership.ts"
import { listCategories } from "./list_categories.ts"
import { listMyListings } from "./list_my_listings.ts"
import { openListingForm } from "./open_listing_form.ts"
import { searchListings } from "./search_listings.ts"
import { updateCart } from "./update_cart.ts"
import { updateCheckout } from "./update_checkout.ts"
import { updateCheckoutSession } from "./update_checkout_session.ts"
import { updateListing } from "./update_listing.ts"
import { updateOrderStatus } from "./update_order_status.ts"
import { uploadListingImage } from "./upload_listing_image.ts"

/** Every tool, in the order in which clients list them. */
export const tools: ReadonlyArray<
  Tool<
    | Catalog
    | Baskets
    | Ordering
    | PaymentSheet
    | Purchases
    | Selling
    | Dashboards
    | ShopOrders
    | Memberships
    | ListingForms
    | Uploads
    | SignInSessions
    | Caller
  >
> = [
  searchListings,
  getListing,
  listCategories,
  addToCart,
  getCart,
  updateCart,
  createCheckout,
  getCheckout,
  updateCheckout,
  completeCheckout,
  cancelCheckout,
  checkoutSession,
  getPaymentLink,
  getOrders,
  getOrderDetail,
  cancelOrder,
  createListing,
  updateListing,
  deleteListing,
  listMyListings,
  getSellerDashboard,
  updateOrderStatus,
  openListingForm,
  uploadListingImage,
  getMembership,
  joinMembership,
  createSession,
  authenticate,
  getAuthStatus
]

/** The binding of ACP, which is for agents with a key of their own and is served at its own address only. */
export const acpTools: ReadonlyArray<Tool<AcpSessions | Caller>> = [
  createCheckoutSession,
  getCheckoutSession,
  updateCheckoutSession,
  completeCheckoutSession,
  cancelCheckoutSession
]

export { type Toolset, toolsets } from "../../../schemas/toolsets.ts"
