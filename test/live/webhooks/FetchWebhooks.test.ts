import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { afterAll, beforeAll } from "vitest"
import { layerFetchWebhooks } from "../../../src/live/webhooks/FetchWebhooks.ts"
import { type Post, Webhooks } from "../../../src/ports/Webhooks.ts"
import { webhookReceiver } from "../../doubles/webhookReceiver.ts"

let receiver: Awaited<ReturnType<typeof webhookReceiver>>
beforeAll(async () => {
  receiver = await webhookReceiver()
})
afterAll(() => receiver.close())

const body = JSON.stringify({ says: "naïve ☕" })

const post = (over: Partial<Post> = {}) =>
  Effect.flatMap(Webhooks, ({ post }) =>
    post({ url: receiver.url, headers: { "Content-Type": "application/json", "Request-Id": "evt_1" }, body, ...over })
  ).pipe(Effect.provide(layerFetchWebhooks({ patience: "2 seconds" })))

const outcome = (over: Partial<Post> = {}) =>
  Effect.runPromise(
    Effect.match(post(over), { onFailure: (error) => error._tag, onSuccess: () => "delivered" as const })
  )

describe("a post to a webhook", () => {
  it("carries exactly the bytes and headers it was given", async () => {
    assert.strictEqual(await outcome(), "delivered")
    const { headers, raw } = receiver.received.at(-1)!
    assert.strictEqual(raw, body)
    assert.deepInclude(headers, { "content-type": "application/json", "request-id": "evt_1" })
  })

  it("is worth trying again where that may help, and nowhere else", async () => {
    const outcomes: Record<number, string> = {}
    for (const status of [200, 202, 204, 301, 307, 400, 401, 404, 408, 410, 429, 500, 503]) {
      receiver.next.push(status)
      outcomes[status] = await outcome()
    }
    const [yes, again, no] = ["delivered", "Unavailable", "WebhookRefused"]
    assert.deepEqual(outcomes, {
      ...{ 200: yes, 202: yes, 204: yes },
      ...{ 404: again, 408: again, 429: again, 500: again, 503: again },
      ...{ 301: no, 307: no, 400: no, 401: no, 410: no }
    })
  })

  it("follows no redirect", async () => {
    const before = receiver.received.length
    receiver.next.push(302)
    assert.strictEqual(await outcome(), "WebhookRefused")
    assert.strictEqual(receiver.received.length, before + 1)
  })

  it("waits neither for an answer that does not come nor for the end of one that does not end", async () => {
    receiver.next.push(() => undefined)
    assert.strictEqual(await outcome(), "Unavailable")
    receiver.next.push((answer) => {
      answer.writeHead(200)
      const more = setInterval(() => answer.write("x".repeat(100_000)), 1)
      answer.once("close", () => clearInterval(more))
    })
    assert.strictEqual(await outcome(), "delivered")
    receiver.next.push((answer) => void answer.destroy())
    assert.strictEqual(await outcome(), "Unavailable")
  })

  it("does not reach into our network, unless an operator of a demo wants it to", async () => {
    const resolve = async () => [{ address: "10.0.0.1", family: 4 }]
    const to = (options: object) =>
      Effect.flatMap(Webhooks, (webhooks) => webhooks.post({ url: "https://agent.test/", headers: {}, body })).pipe(
        Effect.provide(layerFetchWebhooks({ patience: "200 millis", resolve, ...options })),
        Effect.match({ onFailure: (error) => error._tag, onSuccess: () => "delivered" }),
        Effect.runPromise
      )
    assert.strictEqual(await to({}), "WebhookRefused")
    assert.strictEqual(await to({ allowPrivate: true }), "Unavailable")
  })

  it("to nobody is worth trying again", async () => {
    assert.strictEqual(await outcome({ url: "http://127.0.0.1:9/" }), "Unavailable")
  })
})
