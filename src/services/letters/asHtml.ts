import { type Html, html } from "../../domain/html.ts"
import type { Part, Written } from "./Written.ts"

// No colours of our own, so that a letter is as readable in the dark as the program that shows it.
const cell = "padding:4px 0;border-bottom:1px solid #8886"
const amountCell = `${cell};padding-left:16px;text-align:right;white-space:nowrap`
const page =
  "max-width:560px;margin:0 auto;padding:16px;font-family:system-ui,sans-serif;font-size:16px;line-height:1.5"

const markupOf = (part: Part): Html => {
  switch (part._tag) {
    case "Heading":
      return html`<h1 style="font-size:22px;line-height:1.3;margin:0 0 16px">${part.text}</h1>`
    case "Words":
      return html`<p style="margin:0 0 16px">${part.text}</p>`
    case "Facts":
      return html`<dl style="margin:0 0 16px">${part.facts.map(
        ([name, value]) => html`<dt style="font-weight:bold">${name}</dt><dd style="margin:0 0 8px">${value}</dd>`
      )}</dl>`
    case "Bill":
      return html`<table style="width:100%;border-collapse:collapse;margin:0 0 16px">
<thead><tr><th scope="col" style="${cell};text-align:left">Item</th><th scope="col" style="${amountCell}">Amount</th></tr></thead>
<tbody>${part.items.map(
        ({ amount, name, quantity }) =>
          html`<tr><td style="${cell}">${quantity} × ${name}</td><td style="${amountCell}">${amount}</td></tr>`
      )}</tbody>
<tfoot>${part.sums.map(
        ([name, amount]) =>
          html`<tr><th scope="row" style="${cell};text-align:left">${name}</th><td style="${amountCell}">${amount}</td></tr>`
      )}</tfoot>
</table>`
    case "Link":
      return html`<p style="margin:0 0 16px"><a href="${part.url}">${part.label}</a></p>`
  }
}

/** The same letter as a page of its own: everything inline, nothing fetched, nobody counted. */
export const asHtml = ({ parts, subject }: Written): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${subject}</title>
</head>
<body>
<div role="article" aria-label="${subject}" lang="en" style="${page}">
${parts.map(
  (part) => html`${markupOf(part)}
`
)}</div>
</body>
</html>
`.text
