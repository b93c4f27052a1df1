import { Layer } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { Api } from "../Api.ts"
import { layerOwnAccount } from "./account/handlers.ts"
import { layerAdmin } from "./admin/handlers.ts"
import { layerAudit } from "./audit/handlers.ts"
import { layerBasket } from "./basket/handlers.ts"
import { layerCheckouts } from "./checkouts/handlers.ts"
import { Door } from "./Door.ts"
import { layerElsewhere } from "./elsewhere.ts"
import { layerImages } from "./images/handlers.ts"
import { layerListings } from "./listings/handlers.ts"
import { layerMembership } from "./membership/handlers.ts"
import { layerOrders } from "./orders/handlers.ts"
import { layerPayment } from "./payment/handlers.ts"
import { layerSellers } from "./sellers/handlers.ts"
import { Writing } from "./Writing.ts"

/** REST under `/api/v1`, and its document at `/openapi.json`. */
export const layerRest = HttpApiBuilder.layer(Api, { openapiPath: "/openapi.json" }).pipe(
  Layer.provide([
    layerListings,
    layerBasket,
    layerCheckouts,
    layerPayment,
    layerOrders,
    layerSellers,
    layerImages,
    layerOwnAccount,
    layerMembership,
    layerAdmin,
    layerAudit
  ]),
  Layer.provide([Door.layer, Writing.layer]),
  Layer.merge(layerElsewhere)
)
