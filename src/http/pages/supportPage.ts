import { html } from "./html.ts"
import type { Page } from "./page.ts"

export const supportPage = (email: string | undefined): Page => ({
  title: "Support",
  body: html`<h2>About an order</h2>
<p>Ask your assistant first: it can look up where an order stands, and ask its shop a question. Have the order number at hand; it looks like CL-7F3K-2Q8M.</p>
<h2>About a payment</h2>
<p>A declined payment charges nothing, and the checkout stays open for another try. A payment that is still under way completes by itself within minutes; do not pay twice.</p>
<h2>Anything else</h2>
${
  email === undefined
    ? html`<p>The operator of this server has not published an address for support yet.</p>`
    : html`<p>Write to <a href="mailto:${email}">${email}</a>.</p>`
}`
})
