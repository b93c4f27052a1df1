import { HttpServerResponse } from "effect/http"

/** One place a widget may reach, as it declares it: an origin, whose first name may be open. */
const origin = /^(?:https?|wss?):\/\/(?:\*\.)?[a-z0-9.-]{1,253}(?::\d{1,5})?$/i
const most = 20

const listed = (given: string | ReadonlyArray<string> | undefined) =>
  (given === undefined ? [] : typeof given === "string" ? [given] : given)
    .filter((each) => origin.test(each))
    .slice(0, most)

const sources = (given: ReadonlyArray<string>, also = "") =>
  given.length === 0 && also === "" ? "'none'" : [also, ...given].join(" ").trim()

type Params = Readonly<Record<string, string | ReadonlyArray<string> | undefined>>

/**
 * The policy a strict host makes of what a widget declares: what it does not name is refused. Wherever the page is shown,
 * it has an origin of its own that nobody shares, so nothing of the marketplace can be read from in there.
 */
export const sandboxPolicy = (params: Params): string => {
  const resources = listed(params.resource)
  return [
    "sandbox allow-scripts allow-forms allow-popups",
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    `img-src ${sources(resources, "data: blob:")}`,
    `font-src ${sources(resources)}`,
    `media-src ${sources(resources)}`,
    `connect-src ${sources(listed(params.connect))}`,
    `frame-src ${sources(listed(params.frame))}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'"
  ].join("; ")
}

/**
 * The page between the host and a widget: takes the widget's HTML from the host, draws it in a frame that inherits this
 * page's policy, and passes messages both ways.
 */
const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="color-scheme" content="light dark">
<title>A widget</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; overflow: hidden }</style>
<script>
  let inner
  addEventListener("message", ({ source, data }) => {
    if (parent === window) return
    if (source === parent && data?.method === "ui/notifications/sandbox-resource-ready") {
      if (inner !== undefined) return
      inner = document.createElement("iframe")
      inner.title = "Widget"
      inner.setAttribute("sandbox", "allow-scripts allow-forms allow-popups")
      inner.srcdoc = data.params.html
      document.body.append(inner)
    } else if (source === parent) inner?.contentWindow.postMessage(data, "*")
    else if (source === inner?.contentWindow) parent.postMessage(data, "*")
  })
  addEventListener("DOMContentLoaded", () =>
    parent.postMessage({ jsonrpc: "2.0", method: "ui/notifications/sandbox-proxy-ready", params: {} }, "*"))
</script>
<body></body>
</html>
`

export const sandbox = (params: Params) =>
  HttpServerResponse.text(page, {
    contentType: "text/html; charset=utf-8",
    headers: {
      "content-security-policy": sandboxPolicy(params),
      // The playground itself draws it in a frame; other origins may not, as the policy says.
      "x-frame-options": "SAMEORIGIN",
      "cache-control": "public, max-age=300"
    }
  })
