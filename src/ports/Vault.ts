import { Context, Effect, Layer } from "effect"
import { Undeliverable } from "./Undeliverable.ts"

/** Keeps secrets of others in the open: what is sealed can be stored, and tells nothing to whoever reads it. */
export class Vault extends Context.Service<
  Vault,
  {
    /** `about` is whose secret it is; it opens for nobody else. */
    readonly seal: (secret: string, about: string) => Effect.Effect<string>
    /** Undeliverable when it was not sealed here, for this, or with the secret key we have now. */
    readonly open: (sealed: string, about: string) => Effect.Effect<string, Undeliverable>
  }
>()("craftlocal/ports/Vault") {
  /** Turns secrets around instead of sealing them. */
  static readonly layerMemory = Layer.succeed(Vault, {
    seal: (secret, about) => Effect.succeed(`${about} ${[...secret].reverse().join("")}`),
    open: (sealed, about) =>
      sealed.startsWith(`${about} `)
        ? Effect.succeed([...sealed.slice(about.length + 1)].reverse().join(""))
        : Effect.fail(new Undeliverable({ why: "A secret cannot be opened." }))
  })
}
