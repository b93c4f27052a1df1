import { say, type Taker } from "./Intent.ts"

const done =
  /^i(?: have|'ve)?(?: just| now)? (signed (?:in|out)|ordered|paid|placed|joined|left|published|saved|listed|added|removed|changed|updated|cancell?ed|returned|deleted|created|uploaded|chose|picked|reordered|confirmed)\b/i

/** What a widget tells in a person's name after it did something. Nothing is left to do but to say that it was heard. */
export const newsIntent: Taker = (said) => {
  const what = done.exec(said)?.[1]?.toLowerCase()
  if (what === undefined) return undefined
  if (what === "signed in") return say("Welcome. Your orders, your membership and your shop are a question away.")
  if (what === "joined") return say("Welcome to the programme.")
  if (what === "ordered" || what === "paid" || what === "placed")
    return say(
      "Thank you. The card leads to the page of the order; whoever is signed in can also ask “where is my order”."
    )
  return say("Noted. What shall we do next?")
}
