import { HttpServerResponse } from "effect/http"
import { Html, html } from "./html.ts"
import { style, styleHash } from "./style.ts"

/** As policies name where something leads: its origin, or the scheme of a program on the device. */
const sourceOf = (url: string) => {
  const { origin, protocol } = new URL(url)
  return origin === "null" ? protocol : origin
}

/** What a page may load and whom its forms may be sent to, besides ourselves. */
const policy = (formAction?: string) =>
  [
    "default-src 'self'",
    "script-src 'none'",
    `style-src '${styleHash}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action 'self'${formAction === undefined ? "" : ` ${sourceOf(formAction)}`}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'"
  ].join("; ")

const usual = policy()

const sheet = new Html(`<style>${style}</style>`)

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: number
  /** Pages behind an unguessable link are kept out of caches and search engines. */
  readonly secret?: boolean
  /** With a form that was made for this browser: no cache keeps it. */
  readonly personal?: boolean
  /** For pages of pictures. */
  readonly wide?: boolean
  /** What a chat or a search engine shows of it. */
  readonly head?: Html
  /** Where a form of it leads in the end, when not to us: browsers look at redirects of forms too. */
  readonly formAction?: string
  /** Shown while a program is let in: the window stays linked with that of the host, which waits for its end. */
  readonly inFlow?: boolean
}

/** A whole page of the marketplace: no scripts, one stylesheet. */
export const page = (site: string, content: Page) => {
  const {
    body,
    formAction,
    head,
    inFlow = false,
    personal = false,
    secret = false,
    status = 200,
    title,
    wide
  } = content
  return HttpServerResponse.text(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${secret && html`<meta name="robots" content="noindex, nofollow">`}
<link rel="icon" href="data:,">
<title>${title} · ${site}</title>
${head}
${sheet}
</head>
<body${wide === true && html` class="wide"`}>
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
        "content-security-policy": formAction === undefined ? usual : policy(formAction),
        "cross-origin-opener-policy": inFlow ? "unsafe-none" : "same-origin",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": secret || personal || status !== 200 ? "no-store" : "public, max-age=300"
      }
    }
  )
}
