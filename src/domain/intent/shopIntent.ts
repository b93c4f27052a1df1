import { call, type Taker } from "./Intent.ts"

const periods: ReadonlyArray<readonly [RegExp, string]> = [
  [/\b(week|7 days)\b/i, "7d"],
  [/\b(quarter|three months|3 months|90 days)\b/i, "90d"],
  [/\b(year|12 months)\b/i, "1y"],
  [/\b(ever|all[ -]time|overall|in all)\b/i, "all"],
  [/\b(month|30 days)\b/i, "30d"]
]

/** What makers ask: how the shop does, what is in it, and putting something new into it. */
export const shopIntent: Taker = (said) => {
  if (
    /\bdashboard\b|\bhow (is|are|does|do|did) my (shop|store|sales|business)\b|\bmy (shop|store|sales|revenue|earnings)\b(?!.*\borders?\b)/i.test(
      said
    )
  ) {
    const period = periods.find(([pattern]) => pattern.test(said))?.[1]
    return call("get_seller_dashboard", { time_period: period })
  }
  if (/\bmy (listings|products|pieces|items|drafts)\b/i.test(said))
    return call("list_my_listings", /\bdrafts\b/i.test(said) ? { status: "draft" } : {})
  const sells =
    /\b(?:new|create|make|add|write|start)(?: me)?(?: a| an)?(?: new)? listing\b|\bi(?: want|'d like| would like) to sell\b|^sell (?:something|a|an|my|new)\b|\blist (?:something|a new|my new) ?(?!orders)/i
  return sells.test(said) ? call("open_listing_form", {}, "Describe your piece in the form.") : undefined
}
