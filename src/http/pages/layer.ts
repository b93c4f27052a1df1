import { Cause, Effect, Layer } from "effect"
import { HttpRouter } from "effect/http"
import { ListingId } from "../../../schemas/ids.ts"
import { Site } from "../../ports/Site.ts"
import { Baskets } from "../../services/Baskets.ts"
import { Catalog } from "../../services/Catalog.ts"
import { Ordering } from "../../services/Ordering.ts"
import { Purchases } from "../../services/Purchases.ts"
import { logBroken } from "../logBroken.ts"
import { refusalIn } from "../rest/told.ts"
import { cartPage } from "./cartPage.ts"
import { checkoutPage } from "./checkoutPage.ts"
import { docsPage } from "./docsPage.ts"
import { homePage } from "./homePage.ts"
import { layerImages } from "./images.ts"
import { listingPage } from "./listingPage.ts"
import { awayPage, brokenPage, missingPage } from "./missingPage.ts"
import { Operator } from "./Operator.ts"
import { orderPage } from "./orderPage.ts"
import { type Page, page } from "./page.ts"
import { privacyPage } from "./privacyPage.ts"
import { supportPage } from "./supportPage.ts"
import { termsPage } from "./termsPage.ts"

const routes = HttpRouter.use(
  Effect.fnUntraced(function* (router) {
    const { name, publicUrl } = yield* Site
    const { demo, supportEmail } = yield* Operator
    const baskets = yield* Baskets
    const catalog = yield* Catalog
    const ordering = yield* Ordering
    const purchases = yield* Purchases

    const still = {
      "/": homePage(name, publicUrl, demo),
      "/docs": docsPage(),
      "/terms": termsPage(name),
      "/privacy": privacyPage(name),
      "/support": supportPage(supportEmail)
    } as const
    for (const [path, content] of Object.entries(still)) {
      yield* router.add("GET", path as "/", Effect.succeed(page(name, content)))
    }

    /** A page about one thing: what is not there is told alike whoever asks. */
    const about = <E>(what: string, find: (id: string) => Effect.Effect<Page, E>) =>
      Effect.flatMap(HttpRouter.params, ({ id = "" }) => find(id)).pipe(
        Effect.catchCause((cause) => {
          const refusal = refusalIn(cause)
          if (refusal?.code === "NOT_FOUND") return Effect.succeed(missingPage(what))
          if (refusal?.code === "UNAVAILABLE") return Effect.succeed(awayPage)
          return Cause.hasInterruptsOnly(cause)
            ? Effect.failCause(cause as Cause.Cause<never>)
            : Effect.as(logBroken(`the page of a ${what}`, cause), brokenPage)
        }),
        Effect.map((content) => page(name, content))
      )
    yield* router.add(
      "GET",
      "/l/:id",
      about("listing", (id) =>
        Effect.map(catalog.listing(ListingId.make(id)), (listing) => listingPage(listing, publicUrl))
      )
    )
    yield* router.add(
      "GET",
      "/cart/:id",
      about("cart", (id) => Effect.map(baskets.byLink(id), cartPage))
    )
    yield* router.add(
      "GET",
      "/checkout/:id",
      about("checkout", (id) => Effect.map(ordering.byLink(id), checkoutPage))
    )
    yield* router.add(
      "GET",
      "/orders/:id",
      about("order", (id) => Effect.map(purchases.byLink(id), orderPage))
    )
  })
)

/** The plain pages of the marketplace, and its drawn pictures. */
export const layerPages = Layer.merge(routes, layerImages)
