import type { Listing } from "../../../schemas/listing.ts"
import { day, money } from "./amounts.ts"
import { type Html, html } from "./html.ts"
import { rated } from "./rated.ts"

const choices = ({ variants }: Listing) =>
  variants.length > 0 &&
  html`<h2>Choices</h2>
<ul>${variants.map(({ name, price, stock }) => html`<li>${name}: ${money(price)}, ${stock === 0 ? "sold out" : `${stock} available`}</li>`)}</ul>
`

const made = ({ dimensions, materials, weightOz }: Listing) => {
  const facts = [
    ["Materials", materials.join(", ")],
    ["Dimensions", dimensions ?? ""],
    ["Weight", weightOz === null ? "" : `${weightOz} oz`]
  ].filter(([, value]) => value !== "")
  return (
    facts.length > 0 &&
    html`<h2>Details</h2>
<dl>${facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`
  )
}

const delivery = ({ leadTimeDays, pickupEnabled, seller, shippingCost, shippingEnabled }: Listing) =>
  [
    shippingEnabled && `Ships for ${money(shippingCost)}.`,
    pickupEnabled && `Can be picked up in ${seller.city}.`,
    `Ready in ${leadTimeDays} ${leadTimeDays === 1 ? "day" : "days"}.`
  ]
    .filter(Boolean)
    .join(" ")

const reviews = ({ reviewsSummary: { averageRating, recentReviews, totalReviews } }: Listing) =>
  totalReviews > 0 &&
  html`<h2>Reviews</h2>
<p>This is ${rated(averageRating, totalReviews)}.</p>
<ul>${recentReviews.map(
    ({ comment, date, rating, reviewerName }) =>
      html`<li><strong>${rating} of 5</strong> ${comment} <span class="soft">${reviewerName}, ${day(date.slice(0, 10))}</span></li>\n`
  )}</ul>
`

/** What there is to know of a listing besides its price. */
export const listingFacts = (
  listing: Listing
): Html => html`${choices(listing)}${made(listing)}<h2>Delivery and returns</h2>
<p>${delivery(listing)}</p>
<p>${listing.returnPolicy}</p>
${reviews(listing)}`
