import { hash, verify } from "@node-rs/argon2"
import { Effect, Layer, Semaphore } from "effect"
import { Unavailable } from "../../../schemas/errors.ts"
import { Passwords } from "../../ports/Passwords.ts"

export interface Cost {
  /** In KiB. */
  readonly memoryCost: number
  readonly timeCost: number
}

/** What OWASP advises: 19 MiB, twice over, in one lane. */
const advised: Cost = { memoryCost: 19_456, timeCost: 2 }

/** Hashed at once, beside what else the thread pool does; and waiting for that, before the next are turned away. */
const atOnce = 2
const mostWaiting = 100

/** What a hash of this cost begins with. */
const prefixOf = ({ memoryCost, timeCost }: Cost) => `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=1$`

/** Argon2id, off the main thread. A letter is the same however it was typed: passwords are normalized first. */
export const layerArgon2Passwords = (cost: Cost = advised): Layer.Layer<Passwords> =>
  Layer.effect(
    Passwords,
    Effect.gen(function* () {
      const permits = yield* Semaphore.make(atOnce)
      let waiting = 0
      const prefix = prefixOf(cost)
      const made = (password: string) => hash(password.normalize("NFKC"), { parallelism: 1, ...cost })

      const bounded = <A>(work: () => Promise<A>) =>
        Effect.suspend(() => {
          if (waiting >= mostWaiting) return Effect.fail(new Unavailable({ what: "sign-in", retryAfter: 5 }))
          waiting += 1
          return permits
            .withPermits(1)(Effect.promise(work))
            .pipe(Effect.ensuring(Effect.sync(() => (waiting -= 1))))
        })

      // Compared with where an account has no password.
      const nobodys = yield* Effect.promise(() => made("the password of nobody"))
      return {
        hash: (password) => bounded(() => made(password)),
        verify: (password, known) =>
          Effect.map(
            bounded(() => verify(known ?? nobodys, password.normalize("NFKC"))),
            (right) => ({
              right: right && known !== undefined,
              stale: known !== undefined && !known.startsWith(prefix)
            })
          )
      }
    })
  )
