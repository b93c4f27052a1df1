import { Array, Clock, Context, DateTime, Effect, Layer } from "effect"
import type { OrderEvent } from "../../schemas/acp/OrderEvent.ts"
import { Unavailable } from "../../schemas/errors.ts"
import { acpOrderOf } from "../domain/acp/order.ts"
import { Ids } from "../ports/Ids.ts"
import { Site } from "../ports/Site.ts"
import { Undeliverable } from "../ports/Undeliverable.ts"
import { Vault } from "../ports/Vault.ts"
import { Webhooks } from "../ports/Webhooks.ts"
import { AgentKeys, type Webhook } from "../store/AgentKeys.ts"
import { DeadLetters } from "../store/DeadLetters.ts"
import { Orders } from "../store/Orders.ts"
import { type Message, Outbox } from "../store/Outbox.ts"
import { Refunds } from "../store/Refunds.ts"
import { orUnavailable } from "../store/Sql.ts"
import { sign } from "./webhookSignature.ts"

type Update = Extract<Message, { readonly _tag: "AgentUpdate" }>

/** The first update of a checkout; no other goes out before it. */
export const firstUpdate = (checkoutId: string) => `agent:${checkoutId}`

const openAi = { order_create: "order_created", order_update: "order_updated" } as const

const typeOf = (event: Update["event"], { dialect }: Webhook): OrderEvent["type"] =>
  dialect === "openai" ? openAi[event] : event

/** OpenAI names the header after the merchant. */
const signatureHeader = (name: string, { dialect }: Webhook) =>
  dialect === "openai" ? `${name.replaceAll(/[^A-Za-z0-9]+/g, "_")}-Signature` : "Merchant-Signature"

/** Tells buying agents how their orders stand: always the whole order as it is at that moment. */
export class AgentUpdates extends Context.Service<
  AgentUpdates,
  {
    /** `id` names the message, and is the `Request-Id` of every attempt. Agents without a webhook are told nothing. */
    readonly tell: (update: Update, id: string) => Effect.Effect<void, Unavailable | Undeliverable>
    /** Whether whoever owns a checkout is an agent that wants to be told. */
    readonly wanted: (owner: string) => Effect.Effect<boolean, Unavailable>
  }
>()("craftlocal/services/AgentUpdates") {
  static readonly layer = Layer.effect(
    AgentUpdates,
    Effect.gen(function* () {
      const agentKeys = yield* AgentKeys
      const deadLetters = yield* DeadLetters
      const orders = yield* Orders
      const refunds = yield* Refunds
      const outbox = yield* Outbox
      const webhooks = yield* Webhooks
      const vault = yield* Vault
      const ids = yield* Ids
      const { name, publicUrl } = yield* Site

      const webhookOf = (owner: string) =>
        owner.startsWith("agent:")
          ? orUnavailable(agentKeys.webhook(owner.slice("agent:".length)))
          : Effect.succeed(undefined)

      /** The orders of a checkout, as they now are. */
      const current = Effect.fnUntraced(function* (checkoutId: string) {
        const its = yield* orders.ofCheckout(checkoutId)
        if (!Array.isReadonlyArrayNonEmpty(its)) return undefined
        const back = yield* refunds.ofOrders(its.map(({ id }) => id))
        return { owner: its[0].owner, order: acpOrderOf(its, back, publicUrl) }
      }, orUnavailable)

      const post = Effect.fnUntraced(function* (webhook: Webhook, event: OrderEvent, id: string) {
        const secret = yield* vault.open(webhook.secret, webhook.agentKeyId)
        const body = JSON.stringify(event)
        const at = yield* Clock.currentTimeMillis
        yield* webhooks
          .post({
            url: webhook.url,
            body,
            headers: {
              "Content-Type": "application/json",
              "Request-Id": id,
              Timestamp: DateTime.formatIso(DateTime.makeUnsafe(at)),
              [signatureHeader(name, webhook)]: sign(body, secret, Math.floor(at / 1000))
            }
          })
          .pipe(Effect.catchTag("WebhookRefused", ({ message }) => new Undeliverable({ why: message })))
      })

      const tell: AgentUpdates["Service"]["tell"] = Effect.fn("AgentUpdates.tell")(function* (
        { checkoutId, event },
        id
      ) {
        const found = yield* current(checkoutId)
        const webhook = found && (yield* webhookOf(found.owner))
        if (webhook === undefined) return
        const before = [firstUpdate(checkoutId), `completed:${checkoutId}`]
        if (event === "order_update" && (yield* orUnavailable(deadLetters.anyWaiting(before)))) {
          return yield* new Unavailable({ what: "agent that does not know the order yet", retryAfter: 1 })
        }
        yield* post(webhook, { type: typeOf(event, webhook), data: found!.order }, id)
        // Of two updates under way at once the older may arrive last, so the newer is told again.
        const after = yield* current(checkoutId)
        if (JSON.stringify(after?.order) !== JSON.stringify(found!.order)) {
          const again = yield* ids.next("upd")
          yield* Effect.orDie(outbox.offer({ _tag: "AgentUpdate", checkoutId, event: "order_update" }, { id: again }))
        }
      })

      return { tell, wanted: (owner) => Effect.map(webhookOf(owner), (webhook) => webhook !== undefined) }
    })
  )
}
