import { HttpServerResponse } from "effect/http"
import { Html, html } from "./html.ts"
import { style, styleHash } from "./style.ts"

const policyOf = (formAction = "") =>
  [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    "img-src 'self' data:",
    `form-action 'self' ${formAction}`.trimEnd(),
    "frame-ancestors 'none'",
    "base-uri 'none'"
  ].join("; ")

const sheet = new Html(`<style>${style}</style>`)

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: number
  /** Pages behind an unguessable link are kept out of caches and search engines. */
  readonly secret?: boolean
  /** Where its forms may lead besides here: an origin, or a scheme. */
  readonly formAction?: string
}

/** A whole page of the marketplace: no scripts, one stylesheet. */
export const page = (site: string, { body, formAction, secret = false, status = 200, title }: Page) =>
  HttpServerResponse.text(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${secret && html`<meta name="robots" content="noindex, nofollow">`}
<link rel="icon" href="data:,">
<title>${title} · ${site}</title>
${sheet}
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><a class="brand" href="/">${site}</a></header>
<main id="main">
<h1>${title}</h1>
${body}
</main>
<footer><nav aria-label="About"><a href="/account">Your account</a><a href="/terms">Terms</a><a href="/privacy">Privacy</a><a href="/support">Support</a></nav></footer>
</body>
</html>
`.text,
    {
      status,
      contentType: "text/html; charset=utf-8",
      headers: {
        "content-security-policy": policyOf(formAction),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": secret || status !== 200 ? "no-store" : "public, max-age=300"
      }
    }
  )
