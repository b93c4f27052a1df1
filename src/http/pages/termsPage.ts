import { html } from "./html.ts"
import type { Page } from "./page.ts"

export const termsPage = (site: string): Page => ({
  title: "Terms",
  body: html`<p>${site} is a marketplace of independent makers. It is run by its operator on open software. By using it, yourself or through an assistant, you agree to these terms.</p>
<h2>Who sells</h2>
<p>Each listing is sold by the shop named on it, not by ${site}. The contract of sale is between you and that shop. A purchase from several shops becomes one order with each of them.</p>
<h2>Buying through an assistant</h2>
<p>An assistant acts for you. It must show you the total and have your agreement before it pays. We charge exactly the total last shown, once. If the total changes, nothing is charged until the new one is agreed to. Check what your assistant is about to buy: what it orders with your agreement is your order.</p>
<h2>Prices and payment</h2>
<p>Prices are in US dollars. Delivery and tax are added before you pay and shown line by line. Payments are taken by the operator's payment provider; card numbers never reach ${site}. A declined payment charges nothing.</p>
<h2>Delivery, returns and cancellation</h2>
<p>The shop ships or hands over what you bought, by the date shown with the order where it can. Handmade things vary a little from their photos. Each listing states its shop's return policy, which applies besides the rights that the law of your place gives you and that these terms do not take away. To cancel or return, ask your assistant or write to <a href="/support">support</a>.</p>
<h2>Selling</h2>
<p>Shops may only list what they make themselves, may lawfully sell, and describe truthfully. They deliver what they sell and answer buyers' questions. The operator may take down listings and close shops that break these rules.</p>
<h2>Fair use</h2>
<p>Do not break the law, mislead others, disturb the service, or try to reach what belongs to somebody else. Requests are limited per caller. The operator may refuse callers who do not keep to this.</p>
<h2>What we promise, and what we do not</h2>
<p>The operator runs the marketplace with care but does not promise that it is always reachable or free of faults, and is not a party to the sales. Nothing here limits a liability that the law does not allow to be limited.</p>
<h2>Changes</h2>
<p>The operator may change these terms; what you ordered before stays under the terms of that day.</p>`
})
