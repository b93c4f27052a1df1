/** What names nothing of anybody's, by where it stands, and why. */
export const openToAll: ReadonlyArray<readonly [where: RegExp, why: string]> = [
  [/ (?:updates\.)?category_id$/, "one of the marketplace's categories, which are public"],
  [/ (?:updates\.)?city_id$/, "one of the marketplace's cities, which are public"],
  [
    /^(?:search_listings|GET \/api\/v1\/listings\/search) shop_id$/,
    "shops are public, and only what is for sale is found"
  ],
  [/ deliveries\.0\.shop_id$/, "a shop that has a part in the checkout, and any other is refused alike"],
  [/ payload\.(?:selected_)?fulfillment_option/, "one of the deliveries that the session itself offers"],
  [/ payload\.affiliate_attribution\./, "the agent's own words, which are kept and read by nobody else"],
  [/ payload\.quote_id$/, "not read"],
  [/ payload\.payment_data\.handler_id$/, "one of the handlers that the session itself offers"],
  [/authentication_result\.outcome_details\.transaction_id$/, "the payment provider's own, which goes to it unread"],
  [/^DELETE \/api\/v1\/basket\/items listing_id$/, "what is not in the cart is gone already"],
  [/^GET \/api\/v1\/admin\/audit correlation_id$/, "operators read the whole audit"]
]
