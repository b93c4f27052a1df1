import { assert, describe, it } from "@effect/vitest"
import Stripe from "stripe"
import { isWebhookUrl } from "../../src/domain/webhookUrl.ts"
import { sign, verify } from "../../src/services/webhookSignature.ts"

const { webhooks } = new Stripe("sk_test_unused")
const secret = "whsec_0123456789abcdef"
const body = `{"says":"naïve ☕"}`
const at = 1_795_000_000

describe("the signature of a webhook", () => {
  it("is the one that Stripe's library makes and verifies", () => {
    const header = sign(body, secret, at)
    assert.match(header, /^t=\d+,v1=[a-f0-9]{64}$/)
    assert.strictEqual(
      header,
      webhooks.generateTestHeaderString({ payload: body, secret, timestamp: at, scheme: "v1" })
    )
    assert.isTrue(webhooks.signature!.verifyHeader(body, header, secret, 300, undefined, at * 1000))
    assert.isTrue(verify(body, header, secret, at))
    assert.isTrue(verify(Buffer.from(body), header, secret, at))
  })

  it("holds for these bytes and this secret, and for five minutes", () => {
    const header = sign(body, secret, at)
    assert.isFalse(verify(`${body} `, header, secret, at))
    assert.isFalse(verify(body, header, `${secret}x`, at))
    for (const [off, holds] of [
      [300, true],
      [-300, true],
      [301, false],
      [-301, false]
    ] as const) {
      assert.strictEqual(verify(body, header, secret, at + off), holds, `${off}`)
    }
  })

  it("is refused when it is none", () => {
    const mac = sign(body, secret, at).split("v1=")[1]!
    for (const header of [
      "",
      `t=${at}`,
      `v1=${mac}`,
      `t=${at},v1=${mac.slice(1)}`,
      `t=${at},v1=${mac}0`,
      `t=${at},v1=${mac},v1=${mac}`,
      `t=${at}, v1=${mac}`,
      `t=-${at},v1=${mac}`,
      `t=${"9".repeat(400)},v1=${mac}`,
      `t=${at + 1},v1=${mac}`,
      `t=${at},v0=${mac}`,
      `t=${at},v1=${"z".repeat(64)}`
    ]) {
      assert.isFalse(verify(body, header, secret, at), header)
    }
    assert.isTrue(verify(body, `t=${at},v1=${mac.toUpperCase()}`, secret, at))
  })
})

describe("the address of a webhook", () => {
  it("is https, or http on this machine, and holds no password", () => {
    for (const url of [
      "https://agent.test/hook?x=1",
      "http://localhost:9000/",
      "http://127.0.0.1:1/",
      "http://[::1]:1/"
    ])
      assert.isTrue(isWebhookUrl(url), url)
    for (const url of [
      "",
      "agent.test",
      "http://agent.test/",
      "http://127.0.0.1.agent.test/",
      "http://localhost.agent.test/",
      "ftp://agent.test/",
      "javascript:alert(1)",
      "file:///etc/passwd",
      "https://user:password@agent.test/"
    ])
      assert.isFalse(isWebhookUrl(url), url)
  })
})
