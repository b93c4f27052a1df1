import { html } from "./html.ts"
import type { Page } from "./page.ts"

export const privacyPage = (site: string): Page => ({
  title: "Privacy",
  body: html`<p>What ${site} knows about you, why, and for how long. The operator of this server is responsible for it.</p>
<h2>What we keep</h2>
<ul>
<li><strong>When you look around:</strong> nothing about you but the request itself: the network address, which counts your requests, and what was asked for, in logs that are deleted after a while.</li>
<li><strong>When you fill a basket or open a checkout:</strong> what you chose and, once you give them, your e-mail address, name, phone number and delivery address.</li>
<li><strong>When you buy:</strong> the order with its delivery and amounts, and the payment provider's reference. Never a card number.</li>
<li><strong>When you have an account:</strong> your name, e-mail address, phone number and addresses, so that they need not be typed again, your orders, and when which browser signed in; of your password only a hash.</li>
<li><strong>Of every change:</strong> who made it, when and by which door, by id, so that mistakes and abuse can be found.</li>
</ul>
<h2>Who else sees it</h2>
<ul>
<li>The shop you buy from: what it needs to make and deliver your order.</li>
<li>The payment provider: what it needs to take the payment.</li>
<li>Your assistant: what it asks for in your name. What it does with that is a matter of its own privacy policy.</li>
<li>Those who deliver letters and parcels: your address or e-mail address.</li>
</ul>
<p>Nobody else. Nothing is sold, there is no advertising, and nothing tracks you across sites. These pages use no scripts, and cookies only where you sign in or buy: one keeps you signed in for at most 30 days, one proves that a form comes from your browser.</p>
<h2>Links</h2>
<p>A guest's checkout and order can be seen by whoever has their link, without name, e-mail and delivery address; of the address an open checkout tells the city and the state. Keep the link of a checkout to yourself: a program that is given it can read all of that checkout. An account's can be seen by that account only.</p>
<h2>How long</h2>
<p>Baskets are deleted some weeks after their last change. Orders are kept as long as tax and trade law require. An account's data is kept until the account is deleted; of its orders only what was bought and paid stays then, without name, e-mail address and delivery address.</p>
<h2>Your rights</h2>
<p>You may see, correct, receive and delete what is kept about you: do it yourself on the page of <a href="/account">your account</a>, or write to <a href="/support">support</a> from the e-mail address in question.</p>`
})
