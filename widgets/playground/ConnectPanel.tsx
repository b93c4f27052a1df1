import type { World } from "./World.ts"

/** How an assistant, or a program, comes to the same server. */
export const ConnectPanel = ({ world: { agent_key, issuer, public_url, site } }: { world: World }) => (
  <section aria-label="Connect" className="connect">
    <h2>Connect your assistant</h2>
    <p>Add this address as an MCP server (a connector) in ChatGPT, Claude, or any client that speaks MCP over HTTP:</p>
    <pre>
      <code>{`${public_url}/mcp`}</code>
    </pre>
    <p>Or, in a client that is configured with a file:</p>
    <pre>
      <code>{`{ "mcpServers": { "craftlocal": {\n  "type": "http", "url": "${public_url}/mcp" } } }`}</code>
    </pre>
    <h2>Connect a program</h2>
    <dl>
      <dt>REST</dt>
      <dd>
        <code>/api/v1</code>, described at <a href="/openapi.json">/openapi.json</a> (<a href="/docs">readable</a>)
      </dd>
      <dt>Agentic Commerce Protocol</dt>
      <dd>
        <code>/checkout_sessions</code>, described at <a href="/.well-known/acp.json">/.well-known/acp.json</a>, with
        the key <code>{agent_key}</code>
      </dd>
      <dt>Product feeds</dt>
      <dd>
        <a href="/feed/products.jsonl">/feed/products.jsonl</a>, <a href="/feed/openai.jsonl">/feed/openai.jsonl</a>
      </dd>
    </dl>
    <h2>Money</h2>
    <p>
      None moves here. Pay with a token such as <code>spt_test_ok</code>; <code>spt_test_declined</code> is declined.
    </p>
    {issuer === undefined ? null : <p>Accounts are kept by {issuer}.</p>}
    <p>
      <a href="/about">All about {site}</a> · <a href="/playground/widgets">Every card by itself</a> ·{" "}
      <a href="/dev/outbox">Letters that were sent</a>
    </p>
  </section>
)
