import type { Context } from "effect"
import { html } from "./html.ts"
import type { Operator } from "./Operator.ts"
import type { Page } from "./page.ts"

const demoOf = (demo: Context.Service.Shape<typeof Operator>["demo"], played: boolean) =>
  demo === undefined
    ? html``
    : html`<h2>This is a demo</h2>
${
  played
    ? html`<p><a href="/">Try it in the playground</a>: a chat that talks to this server, with every card it can show.</p>`
    : html`<p>The playground is not built here. Run <code>npm run build</code> and start again to find it at this address.</p>`
}
<p>No real money moves: pay with a token such as <code>spt_test_ok</code>; <code>spt_test_declined</code> is declined.</p>
<p>Agent key for checkout by agents: <code>${demo.agentKey}</code></p>
${demo.accounts.length > 0 && html`<p>Accounts, with their passwords, to <a href="/sign-in">sign in</a> with:</p>`}
<ul>${demo.accounts.map((email) => html`<li>${email}${demo.passwords?.[email] !== undefined && html` <code>${demo.passwords[email]}</code>`}</li>`)}</ul>`

/** What this is, and how to come in. */
export const homePage = (
  site: string,
  publicUrl: string,
  demo: Context.Service.Shape<typeof Operator>["demo"],
  /** Whether the playground is there. */
  played: boolean
): Page => ({
  title: "Handmade goods, for assistants to buy",
  body: html`<p>${site} is a marketplace of makers. You search, ask and buy by talking to an assistant; the shops are people.</p>
<h2>Connect an assistant</h2>
<p>Add this address as an MCP server (a connector) in ChatGPT, Claude, or any other client that speaks MCP over HTTP:</p>
<pre><code>${publicUrl}/mcp</code></pre>
<p>Or, in a client that is configured with a file:</p>
<pre><code>{ "mcpServers": { "craftlocal": { "type": "http", "url": "${publicUrl}/mcp" } } }</code></pre>
<p>Searching and buying as a guest need no account.</p>
<h2>Addresses for programs</h2>
<table>
<thead><tr><th scope="col">Door</th><th scope="col">Address</th></tr></thead>
<tbody>
<tr><td>MCP</td><td><code>${publicUrl}/mcp</code></td></tr>
<tr><td>Agentic Commerce Protocol</td><td><code>${publicUrl}/checkout_sessions</code>, described at <a href="/.well-known/acp.json">/.well-known/acp.json</a></td></tr>
<tr><td>REST</td><td><code>${publicUrl}/api/v1</code>, described at <a href="/openapi.json">/openapi.json</a> (<a href="/docs">readable</a>)</td></tr>
<tr><td>Product feeds</td><td><a href="/feed/products.jsonl">/feed/products.jsonl</a> (Agentic Commerce Protocol, with <a href="/feed/metadata.json">/feed/metadata.json</a>), <a href="/feed/openai.jsonl">/feed/openai.jsonl</a> (OpenAI)</td></tr>
<tr><td>Health</td><td><a href="/health">/health</a>, <a href="/ready">/ready</a></td></tr>
</tbody>
</table>
${demoOf(demo, played)}`
})
