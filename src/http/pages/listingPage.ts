import type { Listing } from "../../../schemas/listing.ts"
import { money } from "./amounts.ts"
import { type Html, html } from "./html.ts"
import type { Page } from "./page.ts"

/** Our own pictures by their path, so that the page may show them under whichever name it was opened. */
const local = (url: string, publicUrl: string) => (url.startsWith(`${publicUrl}/`) ? url.slice(publicUrl.length) : url)

const variants = (listing: Listing): Html =>
  listing.variants.length === 0
    ? html``
    : html`<h2>Choices</h2><ul>${listing.variants.map(
        ({ name, price, stock }) => html`<li>${name}: ${money(price)}${stock === 0 ? ", sold out" : ""}</li>`
      )}</ul>`

const delivery = ({ leadTimeDays, pickupEnabled, seller, shippingCost, shippingEnabled }: Listing) =>
  [
    shippingEnabled && `Ships for ${money(shippingCost)}.`,
    pickupEnabled && `Can be picked up in ${seller.city}.`,
    `Ready in ${leadTimeDays} ${leadTimeDays === 1 ? "day" : "days"}.`
  ]
    .filter(Boolean)
    .join(" ")

/** What a link to a listing shows: the thing, its price, its maker. */
export const listingPage = (listing: Listing, publicUrl: string): Page => {
  const [image] = listing.images
  const { city, rating, shopName, totalReviews } = listing.seller
  return {
    title: listing.title,
    body: html`${image !== undefined && html`<p><img class="photo" src="${local(image, publicUrl)}" alt="${listing.title}"></p>`}
<p><strong>${money(listing.price)}</strong> <span class="soft">${listing.stock === 0 ? "Sold out" : `${listing.stock} available`}</span></p>
<p>By <strong>${shopName}</strong> in ${city}${totalReviews > 0 ? `, rated ${rating.toFixed(1)} of 5 by ${totalReviews}` : ""}.</p>
<p>${listing.description}</p>
${variants(listing)}
<h2>Delivery and returns</h2>
<p>${delivery(listing)}</p>
<p>${listing.returnPolicy}</p>
<p class="soft">To buy it, give your assistant this page's address or the id <code>${listing.id}</code>.</p>`
  }
}
