import { call, say, type Taker } from "./Intent.ts"

const help = `You can search (“mugs under $30”, “jewelry in Chicago”), open and add what was found (“open the second one”, “add it to my cart”), see the cart, check out and pay, follow your orders (“my orders”, “track the first one”, “cancel it”), join the programme, and as a maker see your shop (“my dashboard”, “new listing”).`

/** Help, the sign-in, and the programme for buyers. */
export const personIntent: Taker = (said) => {
  if (
    /^(help|what can (you|i) (do|ask|say).*|how does this work|hi|hello|hey|good (morning|evening|day))\b/i.test(said)
  )
    return say(help)
  if (/^(thanks|thank you|great|ok|okay|perfect|cool)\b[\w\s,]{0,20}$/i.test(said)) return say("With pleasure.")
  if (/\b(sign|log)(ing)?[ -]?(me )?(out|off)\b/i.test(said))
    return say("Use “Sign out” at the top of the page; the conversation goes on as a guest.")
  if (/\b(sign|log)(ging)?[ -]?(me )?(in|on|up)\b|\blogin\b/i.test(said))
    return call("create_session", {}, "Sign in on our page, or choose a demo account at the top of this one.")
  if (!/\b(member(ship)?s?|circle)\b/i.test(said)) return undefined
  return /\b(join|become|enrol|enroll|sign up)\b/i.test(said)
    ? call("join_membership", {}, "Joining the programme.")
    : call("get_membership", {}, "This is the programme for buyers.")
}
