import { Context, DateTime, Effect, Layer, Schema } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"
import type { Undeliverable } from "./Undeliverable.ts"

/** One message to one person, written twice: for those who read plain text, and as a page. The subject is one line. */
export const Letter = Schema.Struct({
  id: Schema.String,
  to: Schema.String,
  subject: Schema.String,
  text: Schema.String,
  html: Schema.String
})
export type Letter = typeof Letter.Type

export interface SentLetter extends Letter {
  /** RFC 3339. */
  readonly sentAt: string
}

/** The last two hundred letters, once for each id. */
export const keptLetters = () => {
  const kept = new Map<string, SentLetter>()
  return {
    has: (id: string) => kept.has(id),
    keep: Effect.fnUntraced(function* (letter: Letter) {
      kept.set(letter.id, { ...letter, sentAt: DateTime.formatIso(yield* DateTime.now) })
      if (kept.size > 200) kept.delete(kept.keys().next().value!)
    }),
    sent: Effect.sync((): ReadonlyArray<SentLetter> => [...kept.values()].reverse())
  }
}

/** Sends e-mail. Delivery is at least once: the id is the same for every try. */
export class Mail extends Context.Service<
  Mail,
  {
    readonly send: (letter: Letter) => Effect.Effect<void, Unavailable | Undeliverable>
    /** The last letters that were sent, newest first. */
    readonly sent: Effect.Effect<ReadonlyArray<SentLetter>>
  }
>()("craftlocal/ports/Mail") {
  /** Delivers nowhere: only keeps the last letters. */
  static readonly layerMemory = Layer.sync(Mail, () => {
    const { has, keep, sent } = keptLetters()
    return { send: (letter) => Effect.suspend(() => (has(letter.id) ? Effect.void : keep(letter))), sent }
  })
}
