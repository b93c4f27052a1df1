import { HttpApi, OpenApi } from "effect/http-api"
import { OwnAccount } from "./rest/account/contract.ts"
import { Admin } from "./rest/admin/contract.ts"
import { Audit } from "./rest/audit/contract.ts"
import { Basket } from "./rest/basket/contract.ts"
import { Checkouts } from "./rest/checkouts/contract.ts"
import { document } from "./rest/document.ts"
import { Images } from "./rest/images/contract.ts"
import { Listings } from "./rest/listings/contract.ts"
import { Membership } from "./rest/membership/contract.ts"
import { Orders } from "./rest/orders/contract.ts"
import { Payment } from "./rest/payment/contract.ts"
import { Sellers } from "./rest/sellers/contract.ts"

/** An id that is far too long reaches its endpoint, and answers like every id that does not exist. */
export const routerConfig = { maxParamLength: 16_384 } as const

/** The REST door, as one value: routes, document and typed client come from it. */
export class Api extends HttpApi.make("craftlocal")
  .add(Listings, Basket, Checkouts, Payment, Orders, Sellers, Images, OwnAccount, Membership, Admin, Audit)
  .annotate(HttpApi.ParseOptions, { errors: "all" })
  .annotateMerge(
    OpenApi.annotations({
      title: "CraftLocal",
      version: "1.0.0",
      description:
        "The shop of a marketplace of makers: search, basket, checkout and orders; and what makers do in their shops. Money is in decimal dollars, times are UTC (RFC 3339). Every error is `{error: {code, message, details}}`.",
      servers: [{ url: "/" }],
      transform: document
    })
  ) {}
