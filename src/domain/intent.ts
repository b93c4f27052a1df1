import { cartIntent } from "./intent/cartIntent.ts"
import { checkoutIntent } from "./intent/checkoutIntent.ts"
import { type Intent, type Known, tidy } from "./intent/Intent.ts"
import { idIntent } from "./intent/idIntent.ts"
import { listingIntent } from "./intent/listingIntent.ts"
import { newsIntent } from "./intent/newsIntent.ts"
import { orderIntent } from "./intent/orderIntent.ts"
import { personIntent } from "./intent/personIntent.ts"
import { searchIntent } from "./intent/searchIntent.ts"
import { shopIntent } from "./intent/shopIntent.ts"

export type { Intent, Known } from "./intent/Intent.ts"

/** What is meant, by those who can tell best first. What nobody else takes is looked for. */
const takers = [
  newsIntent,
  personIntent,
  idIntent,
  shopIntent,
  orderIntent,
  cartIntent,
  checkoutIntent,
  listingIntent,
  searchIntent
]

/** What somebody wants by what they say, told by patterns alone: the same words and the same knowledge, the same answer. */
export const intentOf = (text: string, known: Known = {}): Intent => {
  const said = tidy(text)
  if (said === "") return { reply: "Say what you are looking for, such as “mugs under $30”." }
  for (const taker of takers) {
    const intent = taker(said, known)
    if (intent !== undefined) return intent
  }
  return { reply: "I did not understand that. Say “help” to see what you can ask." }
}
