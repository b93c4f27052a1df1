import { Effect, Schema } from "effect"
import { HttpRouter } from "effect/http"
import type { Refusal } from "../../../../schemas/errors.ts"
import { OrderId } from "../../../../schemas/ids.ts"
import { CancelInput } from "../../../../schemas/order.ts"
import { wire } from "../../../../schemas/wire.ts"
import { Caller } from "../../../ports/Caller.ts"
import { Site } from "../../../ports/Site.ts"
import { Purchases } from "../../../services/Purchases.ts"
import { issuesOf } from "../../account/fields.ts"
import { type At, goTo, screensOf } from "../../account/screens.ts"
import { invalid } from "../../rest/invalid.ts"
import { sending } from "../sending.ts"
import { invoicePage } from "./invoicePage.ts"
import { orderPage } from "./orderPage.ts"

const decodeCancel = Schema.decodeUnknownEffect(wire(CancelInput), { errors: "all" })

const idOf = Effect.map(HttpRouter.params, ({ id = "" }) => id)
const pathOf = (id: string) => `/orders/${encodeURIComponent(id)}`

/** Whoever is signed in at our own page needs nobody's permission to cancel what they bought. */
const byHand = (caller: Caller["Service"]): Caller["Service"] =>
  caller.viewer._tag === "Account" ? { ...caller, viewer: { ...caller.viewer, scopes: ["orders.write"] } } : caller

/** The page of an order, its invoice, and the form that cancels it. */
export const orderRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { publicUrl } = yield* Site
    const purchases = yield* Purchases
    const { hear, show } = yield* screensOf({ what: "order", path: "/orders/" })
    const { once } = yield* sending

    const pageOf = Effect.fnUntraced(function* ({ said, visit }: At, refusal?: Refusal) {
      const linked = yield* purchases.byLink(yield* idOf)
      const sent = refusal && { issues: issuesOf(refusal), said, status: refusal.status }
      return orderPage({ ...linked, csrf: visit.csrf, publicUrl, ...(sent && { sent }) })
    })

    yield* router.add(
      "GET",
      "/orders/:id",
      show((at) => pageOf(at))
    )
    yield* router.add(
      "GET",
      "/orders/:id/invoice",
      show(() => Effect.flatMap(idOf, (id) => Effect.map(purchases.invoiceByLink(id), invoicePage)))
    )
    yield* router.add(
      "POST",
      "/orders/:id/cancel",
      hear(
        Effect.fnUntraced(function* (at) {
          const id = yield* idOf
          const said = at.said("reason").trim()
          const { reason } = yield* Effect.mapError(decodeCancel(said === "" ? {} : { reason: said }), invalid)
          const path = pathOf(id)
          const form = { action: "orders.cancel", path: `${path}/cancel`, page: path, at, subject: () => id }
          const answers = { email: at.said("email"), ...(reason !== undefined && { reason }) }
          const canceled = purchases.cancelByLink(OrderId.make(id), answers)
          return yield* once(form, Effect.as(Effect.updateService(canceled, Caller, byHand), path))
        }),
        pageOf
      )
    )
    yield* router.add(
      "GET",
      "/orders/:id/cancel",
      Effect.map(idOf, (id) => goTo(pathOf(id)))
    )
  })
)
