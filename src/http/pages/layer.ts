import { Effect, Layer } from "effect"
import { HttpRouter } from "effect/http"
import { ListingId } from "../../../schemas/ids.ts"
import { nextPath } from "../../domain/nextPath.ts"
import { Caller } from "../../ports/Caller.ts"
import { OAuth } from "../../ports/OAuth.ts"
import { Playground } from "../../ports/Playground.ts"
import { Site } from "../../ports/Site.ts"
import { Baskets } from "../../services/Baskets.ts"
import { Catalog } from "../../services/Catalog.ts"
import { Ordering } from "../../services/Ordering.ts"
import { Purchases } from "../../services/Purchases.ts"
import { withNext } from "../account/fields.ts"
import { Visits } from "../account/Visits.ts"
import { cartPage } from "./cartPage.ts"
import { checkoutPage } from "./checkoutPage.ts"
import { docsPage } from "./docsPage.ts"
import { homePage } from "./homePage.ts"
import { layerImages } from "./images.ts"
import { listingPage } from "./listingPage.ts"
import { Operator } from "./Operator.ts"
import { orderPage } from "./orderPage.ts"
import { orPage } from "./orPage.ts"
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
    const { embedded } = yield* OAuth
    const { visit } = yield* Visits

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

    /** A page about one thing, for everybody. */
    const about = <E>(what: string, find: (id: string) => Effect.Effect<Page, E>) =>
      Effect.flatMap(idOf, find).pipe(
        Effect.map((content) => page(name, content)),
        orPage(name, what)
      )

    /** A page that may belong to an account. To others it is not there, and they may sign in, whatever its id. */
    const owned = <E>(what: string, path: string, find: (id: string) => Effect.Effect<Page, E, Caller>) =>
      Effect.gen(function* () {
        const id = yield* idOf
        const { caller, signedIn } = yield* visit
        const signIn =
          embedded && signedIn === undefined ? withNext("/sign-in", nextPath(path + encodeURIComponent(id))) : undefined
        return yield* Effect.provideService(find(id), Caller, caller).pipe(
          Effect.map((content) => page(name, content)),
          orPage(name, what, signIn)
        )
      }).pipe(orPage(name, what))
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
      owned("cart", "/cart/", (id) => Effect.map(baskets.byLink(id), cartPage))
    )
    yield* router.add(
      "GET",
      "/checkout/:id",
      owned("checkout", "/checkout/", (id) => Effect.map(ordering.byLink(id), checkoutPage))
    )
    yield* router.add(
      "GET",
      "/orders/:id",
      owned("order", "/orders/", (id) => Effect.map(purchases.byLink(id), orderPage))
    )
  })
)

/** The plain pages of the marketplace, and its drawn pictures. */
export const layerPages = Layer.merge(routes, layerImages)
