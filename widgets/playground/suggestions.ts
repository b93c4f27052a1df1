import type { Context } from "./learn.ts"

/** What the welcome offers, by what one may want. */
export const examples = [
  { title: "Find", says: ["mugs under $30", "jewelry in Chicago", "a wool scarf between $40 and $90"] },
  { title: "Buy", says: ["show my cart", "check out", "what categories are there"] },
  { title: "Follow", says: ["my orders", "where is my order", "am I a member"] },
  { title: "Sell", says: ["my dashboard", "my listings", "new listing"] }
] as const

/** What comes next, by what has been seen. */
export const suggestionsFor = ({ cart_id, listing_id, listings = [], order_id, orders = [], session_id }: Context) =>
  [
    ...(session_id === undefined ? [] : ["pay"]),
    ...(cart_id === undefined ? [] : ["check out", "show my cart"]),
    ...(listing_id === undefined ? [] : ["add it to my cart"]),
    ...(listings.length === 0 ? [] : ["open the first one", "add the second one to my cart"]),
    ...(order_id === undefined ? [] : ["where is my order"]),
    ...(orders.length === 0 ? [] : ["open my last order"]),
    ...(listings.length === 0 ? ["mugs under $30"] : []),
    "my orders"
  ].slice(0, 4)
