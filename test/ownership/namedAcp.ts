import { acp, binding, cart } from "../badinput/ask.ts"
import type { Market } from "../badinput/market.ts"
import { about, type Named } from "./Named.ts"
import { type Things, unsold } from "./things.ts"

const token = { payment_data: { token: "spt_test_ok" } }

const sessions: Things = {
  "an agent's": { owners: ["agent"], make: (m) => m.session("acp_second_key") },
  "another agent's": { owners: [], make: (m) => m.session() },
  "an account's": { owners: [], make: (m, { buyer }) => m.ready(buyer) }
}

const carts: Things = {
  "an agent's": { owners: ["agent"], make: (m) => m.agentCart("acp_second_key") },
  "another agent's": { owners: [], make: (m) => m.agentCart() },
  "an account's": { owners: [], make: (m, { buyer }) => m.cart(buyer) }
}

const lines = ({ plain }: Market) => ({ line_items: [{ id: plain, quantity: 2 }] })

/** A listing in the lines of a new session, wherever a version puts it. */
const bought = (shape: (id: string) => object): Named =>
  about(unsold, (id, m) => binding("create", { payload: { ...m.acpAsked(), line_items: undefined, ...shape(id) } }))

const revised = (shape: (id: string) => object): Named => ({
  things: unsold,
  ask: async (m) => {
    const session = await m.session("acp_second_key")
    return (id) => binding("update", { id: session, payload: shape(id) })
  }
})

const shapes = {
  "payload.line_items.0.id": (id: string) => ({ line_items: [{ id, quantity: 1 }] }),
  "payload.line_items.0.item.id": (id: string) => ({ line_items: [{ item: { id }, quantity: 1 }] }),
  "payload.items.0.id": (id: string) => ({ items: [{ id, quantity: 1 }] }),
  "payload.items.0.item.id": (id: string) => ({ items: [{ item: { id }, quantity: 1 }] })
}

const inLines = Object.entries(shapes).flatMap(([path, shape]) => [
  [`create_checkout_session ${path}`, bought(shape)] as const,
  [`update_checkout_session ${path}`, revised(shape)] as const
])

/** Every argument of the binding that names something which can be somebody's. */
export const namedBinding: Readonly<Record<string, Named>> = {
  "get_checkout_session id": about(sessions, (id) => binding("get", { id }, false)),
  "update_checkout_session id": about(sessions, (id, m) => binding("update", { id, payload: lines(m) })),
  "complete_checkout_session id": about(sessions, (id) => binding("complete", { id, payload: token })),
  "cancel_checkout_session id": about(sessions, (id) => binding("cancel", { id, payload: {} })),
  ...Object.fromEntries(inLines)
}

/** The same over HTTP, which no document of ours lists. */
export const namedAcp: Readonly<Record<string, Named>> = {
  "GET /checkout_sessions/{id}": about(sessions, (id) => acp("GET", `/${id}`)),
  "POST /checkout_sessions/{id}": about(sessions, (id, m) => acp("POST", `/${id}`, lines(m))),
  "POST /checkout_sessions/{id}/complete": about(sessions, (id) => acp("POST", `/${id}/complete`, token)),
  "POST /checkout_sessions/{id}/cancel": about(sessions, (id) => acp("POST", `/${id}/cancel`, {})),
  "POST /checkout_sessions line_items.0.id": about(unsold, (id, m) =>
    acp("POST", "", { ...m.acpAsked(), ...shapes["payload.line_items.0.id"](id) })
  ),
  "GET /carts/{id}": about(carts, (id) => cart("GET", `/${id}`)),
  "PUT /carts/{id}": about(carts, (id, m) => cart("PUT", `/${id}`, lines(m))),
  "POST /carts/{id}": about(carts, (id, m) => cart("POST", `/${id}`, lines(m))),
  "POST /carts/{id}/cancel": about(carts, (id) => cart("POST", `/${id}/cancel`)),
  "POST /carts line_items.0.id": about(unsold, (id) => cart("POST", "", shapes["payload.line_items.0.id"](id)))
}
