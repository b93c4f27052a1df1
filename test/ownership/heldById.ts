import type { Market } from "../badinput/market.ts"

/** What answers to whoever holds its unguessable id, and why. */
export const heldById: ReadonlyArray<readonly [what: string, why: string, path: (market: Market) => Promise<string>]> =
  [
    ["a guest's cart", "guests have no other proof", async (m) => `/api/v1/basket?cart_id=${await m.cart()}`],
    ["a guest's checkout", "guests have no other proof", async (m) => `/api/v1/checkouts/${await m.checkout()}`],
    ["a guest's cart, as a page", "guests have no other proof", async (m) => `/cart/${await m.cart()}`],
    ["a guest's checkout, as a page", "its link is passed on to pay", async (m) => `/checkout/${await m.checkout()}`],
    ["an agent's checkout, as a page", "the agent passes its link on", async (m) => `/checkout/${await m.session()}`],
    [
      "a guest's invoice, as a page",
      "without who bought, it is the order told otherwise",
      async (m) => {
        const id = await m.paid()
        const [row] = await m.world.sql((sql) => sql<{ id: string }>`SELECT id FROM orders WHERE checkout_id = ${id}`)
        return `/orders/${row!.id}/invoice`
      }
    ],
    [
      "a guest's order, as a page",
      "the link in the letter is all that a guest has",
      async (m) => {
        const id = await m.paid()
        const [row] = await m.world.sql((sql) => sql<{ id: string }>`SELECT id FROM orders WHERE checkout_id = ${id}`)
        return `/orders/${row!.id}`
      }
    ]
  ]
