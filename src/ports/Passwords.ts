import { createHash } from "node:crypto"
import { Context, Effect, Layer } from "effect"
import type { Unavailable } from "../../schemas/errors.ts"

/** How a password compares to a hash. */
export interface Compared {
  readonly right: boolean
  /** It was hashed as one no longer does: hash it anew while it is known. */
  readonly stale: boolean
}

/** Turns passwords into what may be kept of them, slowly on purpose. Unavailable when too many wait for it. */
export class Passwords extends Context.Service<
  Passwords,
  {
    readonly hash: (password: string) => Effect.Effect<string, Unavailable>
    /** Without a hash no password is right, and to say so takes as long. */
    readonly verify: (password: string, hash: string | undefined) => Effect.Effect<Compared, Unavailable>
  }
>()("craftlocal/ports/Passwords") {
  /** Not slow at all. */
  static readonly layerMemory = Layer.sync(Passwords, () => {
    const hash = (password: string) => `memory$${createHash("sha256").update(password.normalize("NFKC")).digest("hex")}`
    return {
      hash: (password) => Effect.sync(() => hash(password)),
      verify: (password, known) => Effect.sync(() => ({ right: hash(password) === known, stale: false }))
    }
  })
}
