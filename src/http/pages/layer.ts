import { Effect, Layer } from "effect"
import { HttpRouter } from "effect/http"
import { Playground } from "../../ports/Playground.ts"
import { Site } from "../../ports/Site.ts"
import { Baskets } from "../../services/Baskets.ts"
import { screensOf } from "../account/screens.ts"
import { cartPage } from "./cartPage.ts"
import { checkoutRoutes } from "./checkout/checkoutRoutes.ts"
import { docsPage } from "./docsPage.ts"
import { homePage } from "./homePage.ts"
import { layerImages } from "./images.ts"
import { listingRoutes } from "./listingRoutes.ts"
import { Operator } from "./Operator.ts"
import { orderRoutes } from "./orders/orderRoutes.ts"
import { type Page, page } from "./page.ts"
import { privacyPage } from "./privacyPage.ts"
import { supportPage } from "./supportPage.ts"
import { termsPage } from "./termsPage.ts"

const routes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { name, publicUrl } = yield* Site
    const { demo, supportEmail } = yield* Operator
    const baskets = yield* Baskets

    const played = demo !== undefined && (yield* Playground) !== undefined
    const home = homePage(name, publicUrl, demo, played)
    const still = {
      ...(!played && { "/": home }),
      "/about": home,
      "/docs": docsPage(),
      "/terms": termsPage(name),
      "/privacy": privacyPage(name),
      "/support": supportPage(supportEmail)
    } as const
    for (const [path, content] of Object.entries<Page>(still)) {
      yield* router.add("GET", path as "/", Effect.succeed(page(name, content)))
    }

    const idOf = Effect.map(HttpRouter.params, ({ id = "" }) => id)

    const carts = yield* screensOf({ what: "cart", path: "/cart/" })
    yield* router.add(
      "GET",
      "/cart/:id",
      carts.show(() => Effect.flatMap(idOf, (id) => Effect.map(baskets.byLink(id), cartPage)))
    )
  })
)

/** The plain pages of the marketplace, and its drawn pictures. */
export const layerPages = Layer.mergeAll(routes, listingRoutes, checkoutRoutes, orderRoutes, layerImages)
