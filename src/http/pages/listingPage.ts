import type { Listing } from "../../../schemas/listing.ts"
import { money } from "./amounts.ts"
import { type Buying, buyForm } from "./buyForm.ts"
import { type Html, html } from "./html.ts"
import { listingFacts } from "./listingFacts.ts"
import { local } from "./local.ts"
import type { Page } from "./page.ts"
import { issuesProblems } from "./problems.ts"
import { rated } from "./rated.ts"

const gallery = ({ images, title }: Listing, publicUrl: string): Html =>
  images.length === 0
    ? html`<div class="gallery"></div>`
    : html`<div class="gallery">${images.map(
        (image, at) =>
          html`<img class="photo" src="${local(image, publicUrl)}" alt="${at === 0 ? title : `${title}, picture ${at + 1}`}"${at > 0 && html` loading="lazy"`}>\n`
      )}</div>`

/** How chats show a link to it. */
const head = ({ description, images, price, title, url }: Listing): Html => html`<link rel="canonical" href="${url}">
<meta name="description" content="${description.slice(0, 200)}">
<meta property="og:type" content="product">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description.slice(0, 200)}">
<meta property="og:url" content="${url}">
${images[0] !== undefined && html`<meta property="og:image" content="${images[0]}">\n`}<meta property="product:price:amount" content="${(price / 100).toFixed(2)}">
<meta property="product:price:currency" content="USD">`

const stocked = ({ stock }: Listing) => (stock === 0 ? "Sold out" : `${stock} available`)

/** What a link to a listing shows: the thing, its price, its maker, and how to buy it. */
export const listingPage = (listing: Listing, publicUrl: string, buying: Buying): Page => {
  const { city, id, rating, shopName, totalReviews } = listing.seller
  const isGone = listing.stock === 0 || listing.status === "sold"
  return {
    title: listing.title,
    head: head(listing),
    personal: true,
    wide: true,
    ...(buying.status !== undefined && { status: buying.status }),
    body: html`${issuesProblems(buying.issues)}<div class="split">
${gallery(listing, publicUrl)}
<div>
<p><span class="price">${money(listing.price)}</span> <span class="soft">${stocked(listing)}</span></p>
<p>By <a href="/shops/${id}">${shopName}</a> in ${city}${totalReviews > 0 && `, ${rated(rating, totalReviews)}`}.</p>
${isGone ? html`<p class="notice">This is sold out. <a href="/shops/${id}">See what else ${shopName} makes</a>.</p>` : buyForm(listing, buying)}
<p class="lines">${listing.description}</p>
${listingFacts(listing)}
<p class="soft">To buy it through an assistant, give it this page's address or the id <code>${listing.id}</code>.</p>
</div>
</div>`
  }
}
