import type { ListingCard, SearchAnswer } from "../../../schemas/listing.ts"
import type { Shop } from "../../../schemas/shop.ts"
import { money } from "./amounts.ts"
import { html } from "./html.ts"
import { local } from "./local.ts"
import type { Page } from "./page.ts"
import { rated } from "./rated.ts"

/** How many listings stand on a page of a shop. */
export const perPage = 24

const card =
  (publicUrl: string) =>
  ({ id, images: [image], inStock, price, title }: ListingCard) =>
    html`<li><a href="/l/${id}">
${image === undefined ? html`<span class="photo"></span>` : html`<img class="photo" src="${local(image, publicUrl)}" alt="" loading="lazy">`}
${title}</a> <strong>${money(price)}</strong>${!inStock && html` <span class="soft">Sold out</span>`}</li>
`

/** A shop, its policies, and one page of what it sells; pages are counted from 1. */
export const shopPage = (
  shop: Shop,
  { hasMore, listings, totalCount }: SearchAnswer,
  at: number,
  publicUrl: string
): Page => {
  const link = (to: number, words: string) => html`<a href="/shops/${shop.id}${to > 1 && `?page=${to}`}">${words}</a>`
  return {
    title: shop.name,
    wide: true,
    head: html`<link rel="canonical" href="${shop.url}${at > 1 && `?page=${at}`}">
<meta name="description" content="${`${shop.name} in ${shop.city}. ${shop.description}`.slice(0, 200)}">
<meta property="og:title" content="${shop.name}">
<meta property="og:url" content="${shop.url}">`,
    body: html`<p>In ${shop.city}, ${shop.state}${shop.totalReviews > 0 && `, ${rated(shop.rating, shop.totalReviews)}`}.</p>
${shop.description !== "" && html`<p class="lines">${shop.description}</p>\n`}<h2>For sale</h2>
${
  listings.length === 0
    ? html`<p>${at > 1 ? "There is nothing on this page." : "Nothing is for sale here right now."}</p>`
    : html`<p class="soft">${totalCount} ${totalCount === 1 ? "listing" : "listings"}</p>
<ul class="cards">${listings.map(card(publicUrl))}</ul>`
}
<nav aria-label="Pages of listings">${at > 1 && link(at - 1, "Newer")}${hasMore && link(at + 1, "Older")}</nav>
<h2>Returns</h2>
<p>${shop.returnPolicy}</p>`
  }
}
