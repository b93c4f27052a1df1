import { Effect, Schema } from "effect"
import { HttpRouter, HttpServerRequest } from "effect/http"
import type { Refusal } from "../../../schemas/errors.ts"
import { ListingId, type ShopId } from "../../../schemas/ids.ts"
import { OpenInput } from "../../../schemas/session.ts"
import { wire } from "../../../schemas/wire.ts"
import { RateLimit } from "../../ports/RateLimit.ts"
import { Site } from "../../ports/Site.ts"
import { Catalog } from "../../services/Catalog.ts"
import { Ordering } from "../../services/Ordering.ts"
import { type Issues, issuesOf } from "../account/fields.ts"
import { type At, screensOf } from "../account/screens.ts"
import { counted } from "../edge.ts"
import { invalid } from "../rest/invalid.ts"
import { listingPage } from "./listingPage.ts"
import { orPage } from "./orPage.ts"
import { page } from "./page.ts"
import { sending } from "./sending.ts"
import { perPage, shopPage } from "./shopPage.ts"

const decodeOpen = Schema.decodeUnknownEffect(wire(OpenInput))

const idOf = Effect.map(HttpRouter.params, ({ id = "" }) => id)

/** As far as a search reaches. */
const lastPage = Math.floor(10_000 / perPage)

/** What is for sale, one thing or one shop at a time, and the way from there to a checkout. */
export const listingRoutes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { name, publicUrl } = yield* Site
    const catalog = yield* Catalog
    const ordering = yield* Ordering
    const { hear, show } = yield* screensOf({ what: "listing" })
    const { once } = yield* sending
    const limiter = yield* RateLimit

    const pageOf = Effect.fnUntraced(function* ({ said, visit }: At, refusal?: Refusal) {
      const listing = yield* catalog.listing(ListingId.make(yield* idOf))
      const issues: Issues = refusal === undefined ? [] : issuesOf(refusal)
      return listingPage(listing, publicUrl, {
        csrf: visit.csrf,
        issues,
        said,
        ...(refusal && { status: refusal.status })
      })
    })

    yield* router.add(
      "GET",
      "/l/:id",
      show((at) => pageOf({ ...at, said: () => "" }))
    )
    yield* router.add(
      "POST",
      "/l/:id",
      hear(
        Effect.fnUntraced(function* (at) {
          const { id: listingId } = yield* catalog.listing(ListingId.make(yield* idOf))
          const variant = at.said("variant")
          const given = { listing_id: listingId, quantity: Number(at.said("quantity")), ...(variant && { variant }) }
          const input = yield* Effect.mapError(decodeOpen(given, { errors: "all" }), invalid)
          const path = `/l/${listingId}`
          const form = {
            action: "checkouts.open",
            path,
            page: path,
            at,
            subject: (to: string) => to.split("/").at(-1)!
          }
          return yield* once(
            form,
            Effect.map(ordering.open(input), ({ id }) => `/checkout/${id}`)
          )
        }),
        pageOf
      )
    )

    const shop = Effect.gen(function* () {
      yield* Effect.provideService(counted, RateLimit, limiter)
      const found = yield* catalog.shop(yield* idOf)
      const { url } = yield* HttpServerRequest.HttpServerRequest
      const asked = Number(new URL(url, "http://localhost").searchParams.get("page") ?? 1)
      const at = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), lastPage) : 1
      const query = {
        shopId: found.id as ShopId,
        sortBy: "newest",
        limit: perPage,
        offset: (at - 1) * perPage
      } as const
      return page(name, shopPage(found, yield* catalog.search(query), at, publicUrl))
    })
    yield* router.add("GET", "/shops/:id", orPage(name, "shop")(shop))
  })
)
