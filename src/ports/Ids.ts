import { randomBytes, randomFillSync } from "node:crypto"
import { Context, Effect, Layer } from "effect"

/** What people read out over the phone: no 0, 1, I, L, O, U. */
const plain = "23456789ABCDEFGHJKMNPQRSTVWXYZ"

const spelled = (bytes: Uint8Array) => Array.from(bytes, (byte) => plain[byte % plain.length]).join("")

const drawn = Buffer.alloc(4096)
let used = drawn.length

/** Bytes of chance, each given once. They are drawn in bulk: the call of the system costs more than what it brings. */
const chance = (bytes: number) => {
  if (used + bytes > drawn.length) {
    randomFillSync(drawn)
    used = 0
  }
  return drawn.toString("base64url", used, (used += bytes))
}

/** Names for what is made: unguessable ids with a prefix, and short numbers for people. */
export class Ids extends Context.Service<
  Ids,
  {
    /** `lst_…`, with 128 bits of chance. */
    readonly next: (prefix: string) => Effect.Effect<string>
    /** `CL-7F3K-2Q8M`. Unique by its constraint in the database, not by itself. */
    readonly number: Effect.Effect<string>
  }
>()("craftlocal/ports/Ids") {
  static readonly layer = Layer.succeed(Ids, {
    next: (prefix) => Effect.sync(() => `${prefix}_${chance(16)}`),
    number: Effect.sync(() => {
      const letters = spelled(randomBytes(8))
      return `CL-${letters.slice(0, 4)}-${letters.slice(4)}`
    })
  })

  /** Counted, so that a story told twice comes out the same. */
  static readonly layerMemory = Layer.sync(Ids, () => {
    let last = 0
    const count = () => String(++last).padStart(6, "0")
    return {
      next: (prefix) => Effect.sync(() => `${prefix}_${count()}`),
      number: Effect.sync(() => `CL-0000-${count()}`)
    }
  })
}
