import { HttpServerResponse } from "effect/http"
import { html } from "../../domain/html.ts"

/** What the page is told of the world it stands in. */
export interface World {
  readonly site: string
  readonly public_url: string
  readonly version: string
  readonly agent_key: string
  readonly accounts: ReadonlyArray<string>
  /** Where accounts are kept, when not here. */
  readonly issuer?: string
  readonly widgets: ReadonlyArray<string>
  /** Whether the page asks for newer builds. */
  readonly dev: boolean
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "frame-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'"
].join("; ")

/** The page of the playground: all that is on it is drawn by its script, out of what this server answers. */
export const playgroundPage = (world: World, hashes: { readonly script: string; readonly style: string }) =>
  HttpServerResponse.text(
    html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>${world.site} playground</title>
<link rel="stylesheet" href="/playground/app.css?v=${hashes.style}">
<script defer src="/playground/app.js?v=${hashes.script}"></script>
</head>
<body>
<div id="root" data-world="${JSON.stringify(world)}"></div>
<noscript><p>The playground needs scripts. <a href="/about">What this is, and how to connect an assistant</a></p></noscript>
</body>
</html>
`.text,
    {
      contentType: "text/html; charset=utf-8",
      headers: {
        "content-security-policy": policy,
        "cross-origin-opener-policy": "same-origin",
        "cache-control": "no-cache"
      }
    }
  )
