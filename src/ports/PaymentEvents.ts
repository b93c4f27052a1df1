import { Context, Data, Effect, Layer } from "effect"

/** Not the provider's word: it is not signed, or not by them, or was said too long ago. */
export class Forged extends Data.TaggedError("Forged")<{ readonly why: string }> {}

/** Whose money: by our name of the attempt, or by the provider's. */
interface About {
  readonly id: string
  readonly attemptId?: string
  readonly reference?: string
}

/** What a provider sends of its own accord. It says where to look, never what is true. */
export type PaymentEvent =
  | ({ readonly _tag: "PaymentMoved" } & About)
  | ({ readonly _tag: "MoneyReturned" } & About)
  | ({ readonly _tag: "Disputed"; readonly reason: string } & About)
  /** Nothing that concerns us. */
  | { readonly _tag: "Other"; readonly id: string }

/** Tells the provider's events from anybody else's. */
export type ReadEvent = (
  body: Uint8Array,
  signature: string | undefined,
  at: Date
) => Effect.Effect<PaymentEvent, Forged>

/** The events of the provider of payments; `read` is not there while nobody has told us how theirs are signed. */
export class PaymentEvents extends Context.Service<
  PaymentEvents,
  { readonly source: string; readonly read: ReadEvent | undefined }
>()("craftlocal/ports/PaymentEvents") {
  static readonly layerNone = Layer.succeed(PaymentEvents, { source: "none", read: undefined })

  /** Events as JSON, each with the secret itself for a signature. */
  static readonly layerMemory = (secret: string) =>
    Layer.succeed(PaymentEvents, {
      source: "memory",
      read: (body, signature) =>
        signature === secret
          ? Effect.sync(() => JSON.parse(new TextDecoder().decode(body)) as PaymentEvent)
          : Effect.fail(new Forged({ why: "The signature is not ours." }))
    })
}
