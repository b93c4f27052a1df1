/**
 * The page between host and widget, on an origin of its own: takes the widget's HTML from the host, draws it in a frame
 * that inherits this page's policy, and passes messages both ways.
 */
export const sandboxPage = `<!doctype html>
<title>sandbox</title>
<style>html, body, iframe { margin: 0; border: 0; width: 100%; height: 100%; display: block; overflow: hidden }</style>
<script>
  let inner
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.method === "ui/notifications/sandbox-resource-ready") {
      inner = document.createElement("iframe")
      inner.setAttribute("sandbox", "allow-scripts allow-same-origin allow-forms")
      inner.srcdoc = data.params.html
      document.body.append(inner)
    } else if (source === parent) inner?.contentWindow.postMessage(data, "*")
    else if (source === inner?.contentWindow) parent.postMessage(data, "*")
  })
  addEventListener("DOMContentLoaded", () =>
    parent.postMessage({ jsonrpc: "2.0", method: "ui/notifications/sandbox-proxy-ready", params: {} }, "*"))
</script>
<body></body>`
