import { type Context, Effect, Layer } from "effect"
import { mcpPaths } from "../schemas/toolsets.ts"
import { layerAccount } from "./http/account/layer.ts"
import { Visits } from "./http/account/Visits.ts"
import { layerAcp } from "./http/acp/layer.ts"
import { layerDev } from "./http/dev/layer.ts"
import { admission } from "./http/edge.ts"
import { layerFeed } from "./http/feed/layer.ts"
import { type GuardOptions, layerGuard } from "./http/guard.ts"
import { layerHealth } from "./http/health/layer.ts"
import { layerOAuth } from "./http/oauth/layer.ts"
import { layerPages } from "./http/pages/layer.ts"
import { Operator } from "./http/pages/Operator.ts"
import { layerPlayground } from "./http/playground/layer.ts"
import { layerRest } from "./http/rest/layer.ts"
import { layerWebhooks } from "./http/webhooks/layer.ts"
import { layerMcpDoor } from "./mcp/layer.ts"
import { offered } from "./mcp/offered.ts"
import { Site } from "./ports/Site.ts"
import { AccountLetters } from "./services/AccountLetters.ts"
import { AddressBook } from "./services/AddressBook.ts"
import { Agents } from "./services/Agents.ts"
import { AgentUpdates } from "./services/AgentUpdates.ts"
import { AuditTrail } from "./services/AuditTrail.ts"
import { AcpCarts } from "./services/acp/AcpCarts.ts"
import { AcpSessions } from "./services/acp/AcpSessions.ts"
import { PaymentSheet } from "./services/acp/PaymentSheet.ts"
import { Baskets } from "./services/Baskets.ts"
import { BrowserSessions } from "./services/BrowserSessions.ts"
import { Catalog } from "./services/Catalog.ts"
import { Checkout } from "./services/Checkout.ts"
import { Connections } from "./services/Connections.ts"
import { Dashboards } from "./services/Dashboards.ts"
import { Deliveries } from "./services/Deliveries.ts"
import { Feed } from "./services/Feed.ts"
import { Fulfilment } from "./services/Fulfilment.ts"
import { Housekeeping } from "./services/Housekeeping.ts"
import { Identify } from "./services/Identify.ts"
import { Images } from "./services/Images.ts"
import { Journal } from "./services/Journal.ts"
import { Letters } from "./services/Letters.ts"
import { ListingForms } from "./services/ListingForms.ts"
import { Memberships } from "./services/Memberships.ts"
import { Moderation } from "./services/Moderation.ts"
import { NewPasswords } from "./services/NewPasswords.ts"
import { Notes } from "./services/Notes.ts"
import { Ordering } from "./services/Ordering.ts"
import { OrderNews } from "./services/OrderNews.ts"
import { OwnData } from "./services/OwnData.ts"
import { Payment } from "./services/Payment.ts"
import { PaymentNews } from "./services/PaymentNews.ts"
import { Profile } from "./services/Profile.ts"
import { Purchases } from "./services/Purchases.ts"
import { Quotes } from "./services/Quotes.ts"
import { Readiness } from "./services/Readiness.ts"
import { Registration } from "./services/Registration.ts"
import { Repayment } from "./services/Repayment.ts"
import { Selling } from "./services/Selling.ts"
import { ServiceAccounts } from "./services/ServiceAccounts.ts"
import { Settlement } from "./services/Settlement.ts"
import { ShopOrders } from "./services/ShopOrders.ts"
import { SignIn } from "./services/SignIn.ts"
import { SignInSessions } from "./services/SignInSessions.ts"
import { Standing } from "./services/Standing.ts"
import { StockNews } from "./services/StockNews.ts"
import { Undelivered } from "./services/Undelivered.ts"
import { Uploads } from "./services/Uploads.ts"
import { UserInfo } from "./services/UserInfo.ts"
import { Writes } from "./services/Writes.ts"
import { Accounts } from "./store/Accounts.ts"
import { AcpNotes } from "./store/AcpNotes.ts"
import { Addresses } from "./store/Addresses.ts"
import { AgentKeys } from "./store/AgentKeys.ts"
import { Attempts } from "./store/Attempts.ts"
import { Audit } from "./store/Audit.ts"
import { Bearers } from "./store/Bearers.ts"
import { Browsers } from "./store/Browsers.ts"
import { Carts } from "./store/Carts.ts"
import { Checkouts } from "./store/Checkouts.ts"
import { DeadLetters } from "./store/DeadLetters.ts"
import { Discounts } from "./store/Discounts.ts"
import { FeedVersions } from "./store/FeedVersions.ts"
import { Grants } from "./store/Grants.ts"
import { Idempotency } from "./store/Idempotency.ts"
import { Images as StoredImages } from "./store/Images.ts"
import { Inventory } from "./store/Inventory.ts"
import { Listings } from "./store/Listings.ts"
import { MailedLinks } from "./store/MailedLinks.ts"
import { Orders } from "./store/Orders.ts"
import { Outbox } from "./store/Outbox.ts"
import { OwnListings } from "./store/OwnListings.ts"
import { OwnShops } from "./store/OwnShops.ts"
import { PasswordHashes } from "./store/PasswordHashes.ts"
import { PersonalData } from "./store/PersonalData.ts"
import { Places } from "./store/Places.ts"
import { PaymentSteps } from "./store/payments/PaymentSteps.ts"
import { Refunds } from "./store/Refunds.ts"
import { Sales } from "./store/Sales.ts"
import { ServiceAccounts as KeptServiceAccounts } from "./store/ServiceAccounts.ts"
import { Shops } from "./store/Shops.ts"
import { SignInSessions as KeptSignIns } from "./store/SignInSessions.ts"
import { Stock } from "./store/Stock.ts"
import { WebhooksSeen } from "./store/WebhooksSeen.ts"

/** Our tables, over whichever database there is. */
export const layerStore = Layer.mergeAll(
  Accounts.layer,
  AcpNotes.layer,
  Addresses.layer,
  AgentKeys.layer,
  Attempts.layer,
  Audit.layer,
  Bearers.layer,
  Browsers.layer,
  Carts.layer,
  Checkouts.layer,
  DeadLetters.layer,
  Discounts.layer,
  FeedVersions.layer,
  Grants.layer,
  Idempotency.layer,
  StoredImages.layer,
  Inventory.layer,
  Listings.layer,
  MailedLinks.layer,
  Orders.layer,
  Outbox.layer,
  PasswordHashes.layer,
  OwnListings.layer,
  OwnShops.layer,
  PaymentSteps.layer,
  PersonalData.layer,
  Places.layer,
  Refunds.layer,
  KeptServiceAccounts.layer,
  Sales.layer,
  Shops.layer,
  KeptSignIns.layer,
  Stock.layer,
  WebhooksSeen.layer
)

const layerCatalog = Layer.unwrap(Effect.map(Site, ({ publicUrl }) => Catalog.layer({ publicUrl })))

/** What makers do, and those who look after them. */
const layerShops = Layer.mergeAll(
  Dashboards.layer,
  ListingForms.layer,
  Moderation.layer,
  Selling.layer,
  ShopOrders.layer,
  Uploads.layer
).pipe(Layer.provideMerge(Standing.layer))

/** The use cases, each over those below it. */
export const layerServices = Layer.mergeAll(
  AddressBook.layer,
  Agents.layer,
  AuditTrail.layer,
  Connections.layer,
  Deliveries.layer.pipe(Layer.provide([AccountLetters.layer, AgentUpdates.layer, Letters.layer])),
  Housekeeping.layer,
  Memberships.layer,
  OrderNews.layer,
  Ordering.layer,
  OwnData.layer,
  PaymentNews.layer,
  UserInfo.layer,
  Profile.layer,
  Purchases.layer,
  Readiness.layer,
  ServiceAccounts.layer,
  SignInSessions.layer,
  StockNews.layer,
  Undelivered.layer,
  AcpCarts.layer,
  AcpSessions.layer,
  PaymentSheet.layer,
  layerShops
).pipe(
  Layer.provideMerge(Layer.mergeAll(NewPasswords.layer, Registration.layer)),
  Layer.provideMerge(SignIn.layer),
  Layer.provideMerge(BrowserSessions.layer),
  Layer.provideMerge(Layer.mergeAll(Identify.layer, Images.layer, Notes.layer, Writes.layer)),
  Layer.provideMerge(Layer.mergeAll(Baskets.layer, layerCatalog, Feed.layer, Fulfilment.layer, Payment.layer)),
  Layer.provideMerge(Layer.mergeAll(Repayment.layer, Settlement.layer)),
  Layer.provideMerge(Checkout.layer),
  Layer.provideMerge(Quotes.layer),
  Layer.provideMerge(Journal.layer),
  Layer.provideMerge(layerStore)
)

/** Where tokens are for, and what the tools there need. */
const resources = Effect.map(offered, (tools) =>
  mcpPaths.flatMap((path) => {
    const there = tools.filter(({ toolset }) => path === "/mcp" || path === `/mcp/${toolset}`)
    return there.length === 0 ? [] : [{ path, scopes: [...new Set(there.flatMap(({ scopes }) => scopes))].sort() }]
  })
)

/** In bytes; larger bodies are refused by every door. */
const maxBody = 2 ** 20

export interface DoorOptions extends GuardOptions {
  /** What the pages of a demo may tell everybody; `/dev` is there in demo only. */
  readonly demo?: Context.Service.Shape<typeof Operator>["demo"] | undefined
  readonly supportEmail?: string | undefined
  /** The playground looks for newer builds. */
  readonly dev?: boolean
}

/** Every door, joined, behind one guard. */
export const layerDoors = ({ demo, dev = false, supportEmail, ...guarded }: DoorOptions) =>
  Layer.mergeAll(
    layerGuard(guarded),
    Layer.unwrap(
      Effect.gen(function* () {
        const { agent, person } = yield* Identify
        return layerMcpDoor({
          caller: yield* admission("mcp", person),
          agent: yield* admission("acp", agent),
          maxBody
        })
      })
    ),
    layerAcp,
    layerRest,
    layerFeed,
    layerWebhooks,
    Layer.unwrap(Effect.map(resources, layerOAuth)).pipe(Layer.provide(Visits.layer)),
    layerHealth,
    Layer.provide(layerAccount, Visits.layer),
    layerPages.pipe(
      Layer.provide(Visits.layer),
      Layer.provide(Layer.succeed(Operator, { ...(demo && { demo }), ...(supportEmail && { supportEmail }) }))
    ),
    demo ? Layer.merge(layerDev, layerPlayground({ demo, dev })) : Layer.empty
  )

export { routerConfig } from "./http/Api.ts"
export { layerJobs } from "./jobs/layer.ts"
export { passOnStdio } from "./mcp/passOnStdio.ts"
export { serveStdio } from "./mcp/stdio.ts"
export { type Toolset, toolsets } from "./mcp/tools/index.ts"
export { layerMigrations, migrate } from "./store/migrations/index.ts"
