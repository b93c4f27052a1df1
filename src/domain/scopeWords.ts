import type { Scope } from "../../schemas/access.ts"

/** What a person allows with each scope, as they read it before they do. */
export const scopeWords: Readonly<Record<Scope, string>> = {
  "listings.read": "See your shop's listings, drafts too",
  "listings.write": "Create, change and remove your shop's listings",
  "orders.read": "See your orders, with names and addresses",
  "orders.write": "Place, change and cancel orders for you",
  "seller.manage": "Manage your shop: its listings, its orders and its figures",
  "notifications.send": "Send messages in the name of the marketplace",
  admin: "Administer the marketplace",
  openid: "Know that it is you",
  email: "See your e-mail address",
  profile: "See and change your name, e-mail address, phone and addresses",
  offline_access: "Stay connected until you take it back"
}

/** What a scope allows, whatever it is called. */
export const wordsOf = (scope: string): string => scopeWords[scope as Scope] ?? scope
