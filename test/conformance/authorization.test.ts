import { afterAll, assert, beforeAll, describe, it } from "vitest"
import { openBrowser } from "../oauth/browser.ts"
import { freePort, placeOf, type Running, serve } from "../process/server.ts"
import { conformance } from "./conformance.ts"

let server: Running
beforeAll(async () => {
  server = await serve({ DATABASE_URL: "memory:" })
}, 60_000)
afterAll(async () => {
  server.child.kill("SIGTERM")
  await server.ended
})

const register = async (redirect: string) => {
  const answer = await fetch(`${server.url}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_name: "Conformance", redirect_uris: [redirect] })
  })
  return ((await answer.json()) as { readonly client_id: string }).client_id
}

/** Signs in and allows at the address that a client opens, and goes on to where the client listens. */
const allow = async (address: string) => {
  const browser = openBrowser(placeOf(server))
  const { pathname, search } = new URL(address)
  let page = await browser.go(pathname + search)
  for (let step = 0; step < 5 && page.location === null; step++) {
    page = await browser.agree("buyer@craftlocal.test", "demo-buyer")(page)
  }
  await fetch(page.url)
}

describe("the official conformance tool", () => {
  it("finds nothing wrong with the authorization server: its metadata, and a code for a person and a token for it", async () => {
    const port = await freePort()
    const client = await register(`http://127.0.0.1:${port}/callback`)
    let opened: Promise<void> | undefined
    const options = ["--client-id", client, "--resource", `${server.url}/mcp`, "--port", String(port)]
    const { checks, exitCode, said } = await conformance(
      ["authorization", "--url", server.url, ...options],
      (soFar) => {
        const address = /^http:\/\/\S+\/oauth\/authorize\?\S+$/m.exec(soFar)?.[0]
        if (address !== undefined) opened ??= allow(address)
      }
    )
    await opened
    const expected = {
      "authorization-server-metadata-endpoint": { passed: 2, failed: 0 },
      "authorization-code-grant": { passed: 1, failed: 0 }
    }
    assert.deepStrictEqual(checks, expected, said)
    assert.strictEqual(exitCode, 0, said)
  })

  it("cannot reach the tools by a host name or from a page that is not ours", async () => {
    const asked = ["--url", `${server.url}/mcp`, "--scenario", "dns-rebinding-protection"]
    const { exitCode, said } = await conformance(["server", ...asked])
    assert.strictEqual(exitCode, 0, said)
    assert.match(said, /Passed: 2\/2, 0 failed/, said)
  })
})
