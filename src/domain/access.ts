import { type Owner, Role, type Scope, type Viewer } from "../../schemas/access.ts"

/** Whom something belongs to that this viewer makes. */
export const ownerOf = (viewer: Viewer): Owner => {
  switch (viewer._tag) {
    case "Guest":
      return "guest"
    case "Account":
      return `account:${viewer.accountId}`
    case "Agent":
      return `agent:${viewer.agentKeyId}`
    case "Service":
      return `service:${viewer.clientId}`
  }
}

/** What is a guest's answers to whoever holds its unguessable id; all else to its owner and to nobody else. */
export const mayTouch = (viewer: Viewer, owner: string): boolean => owner === "guest" || owner === ownerOf(viewer)

/** What a link may show: what is a guest's or an agent's to whoever has the unguessable id, an account's to itself. */
export const maySeeByLink = (viewer: Viewer, owner: string): boolean =>
  !owner.startsWith("account:") || owner === ownerOf(viewer)

/** `seller.manage` includes the other permissions of a seller. */
const implied: Partial<Record<Scope, ReadonlyArray<Scope>>> = {
  "seller.manage": ["listings.read", "listings.write", "orders.read", "orders.write"],
  "orders.write": ["orders.read"],
  "listings.write": ["listings.read"]
}

/** Which of the needed permissions are missing. A guest lacks every one. */
export const lacking = (viewer: Viewer, needed: ReadonlyArray<Scope>): ReadonlyArray<Scope> => {
  const held = "scopes" in viewer ? viewer.scopes : []
  const all = new Set(held.flatMap((scope) => [scope, ...(implied[scope] ?? [])]))
  return needed.filter((scope) => !all.has(scope))
}

/** Whether a word of an issuer elsewhere names a role we know. */
export const isRole = (word: string): word is Role => Role.literals.some((role) => role === word)

/** What a person may let a client do in their name: nobody gives away what is not theirs, nor what machines do. */
export const mayGrant = (scope: Scope, roles: ReadonlyArray<Role>): boolean =>
  scope === "admin" ? roles.includes("admin") : scope !== "notifications.send"
