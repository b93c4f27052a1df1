import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, OpenApi } from "effect/http-api"
import { Dashboard, DashboardQuery } from "../../../../schemas/dashboard.ts"
import {
  Invalid,
  KeyInFlight,
  KeyReused,
  NotFound,
  OrderMovedOn,
  RateLimited,
  RoleNeeded,
  Unauthorized
} from "../../../../schemas/errors.ts"
import { ListingId, OrderId } from "../../../../schemas/ids.ts"
import { Listing } from "../../../../schemas/listing.ts"
import {
  ListingDraft,
  ListingRemoved,
  ListingUpdates,
  ListingWritten,
  MyListings,
  MyListingsQuery,
  removalFields
} from "../../../../schemas/selling.ts"
import { OrderMoved, ShopReport } from "../../../../schemas/shopOrder.ts"
import { wire } from "../../../../schemas/wire.ts"
import { about } from "../about.ts"
import { Door } from "../Door.ts"
import { idempotent } from "../idempotent.ts"
import { refusals } from "../refusals.ts"
import { TooLarge, WrongType } from "../Unreadable.ts"

const params = { id: ListingId }
const read = [Unauthorized, RoleNeeded, NotFound] as const
const written = [...read, Invalid, KeyInFlight, KeyReused, RateLimited, TooLarge, WrongType] as const

const list = HttpApiEndpoint.get("list", "/api/v1/sellers/listings", {
  query: MyListingsQuery,
  success: MyListings,
  error: refusals(...read)
}).annotateMerge(
  about({
    summary: "List my listings",
    description: "The shop's own, newest first, drafts and what waits for review too.",
    scopes: ["listings.read"],
    query: MyListingsQuery
  })
)

export const create = HttpApiEndpoint.post("create", "/api/v1/sellers/listings", {
  headers: idempotent,
  payload: ListingDraft,
  success: ListingWritten.annotate({ httpApiStatus: 201 }),
  error: refusals(...written)
}).annotateMerge(
  about({
    summary: "Create a listing",
    description:
      "For sale at once, unless it is a draft or the marketplace looks at new listings first. What is missing comes back in `details.issues`, each with the question to ask.",
    scopes: ["listings.write"]
  })
)

const readOne = HttpApiEndpoint.get("read", "/api/v1/sellers/listings/:id", {
  params,
  success: Schema.Struct({ listing: Listing }),
  error: refusals(...read)
}).annotateMerge(
  about({
    summary: "Read a listing of mine",
    description: "In full, whatever its status.",
    scopes: ["listings.read"]
  })
)

const changed = {
  params,
  headers: idempotent,
  payload: ListingUpdates,
  success: ListingWritten,
  error: refusals(...written)
}

const aboutUpdate = about({
  summary: "Update a listing",
  description: "What is left out stays as it is, by `PATCH` and by `PUT` alike.",
  scopes: ["listings.write"]
})

export const update = HttpApiEndpoint.patch("update", "/api/v1/sellers/listings/:id", changed).annotateMerge(
  aboutUpdate
)
export const put = HttpApiEndpoint.put("put", "/api/v1/sellers/listings/:id", changed).annotateMerge(aboutUpdate)

const Removal = wire(removalFields)

export const remove = HttpApiEndpoint.delete("remove", "/api/v1/sellers/listings/:id", {
  params,
  headers: idempotent,
  payload: Removal,
  success: ListingRemoved,
  error: refusals(...written)
}).annotateMerge(
  about({
    summary: "Delete a listing",
    description: "Buyers no longer find it; orders of it stay. The reason may stand in the body or in the query.",
    scopes: ["listings.write"],
    bodyless: Removal
  })
)

const dashboard = HttpApiEndpoint.get("dashboard", "/api/v1/sellers/dashboard", {
  query: DashboardQuery,
  success: Schema.Struct({ dashboard: Dashboard }),
  error: refusals(...read)
}).annotateMerge(
  about({
    summary: "Read the seller dashboard",
    description:
      "Sales of a period without canceled orders and without what went back, by days of UTC; and what waits for the shop now.",
    scopes: ["seller.manage"],
    query: DashboardQuery
  })
)

export const report = HttpApiEndpoint.post("report", "/api/v1/sellers/orders/:id/status", {
  params: { id: OrderId },
  headers: idempotent,
  payload: ShopReport,
  success: OrderMoved,
  error: refusals(OrderMovedOn, ...written)
}).annotateMerge(
  about({
    summary: "Update an order's status",
    description: "By its shop; the id or the number names it. `shipped` needs a carrier and a tracking number or link.",
    scopes: ["orders.write"]
  })
)

export class Sellers extends HttpApiGroup.make("sellers")
  .add(list, create, readOne, update, put, remove, dashboard, report)
  .middleware(Door)
  .annotateMerge(OpenApi.annotations({ description: "What makers do in their shops" })) {}
