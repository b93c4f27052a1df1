import { Clock, Context, Duration, Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose"
import { Vault } from "../../ports/Vault.ts"

/** A private key; what is published of it is its public half. */
export interface SigningKey {
  readonly kid: string
  readonly jwk: JWK
  readonly createdAt: Date
}

export interface KeySet {
  /** Newest first. */
  readonly all: ReadonlyArray<SigningKey>
  /** The one that signs. */
  readonly active: SigningKey
}

/** A key signs for so long before the next one is made. */
const term = Duration.toMillis("60 days")
/** A new key is published for so long before it signs, so that whoever keeps our keys has seen it. */
const settling = Duration.toMillis("1 day")
/** What a key has signed is over by then. */
const lifeOfTokens = Duration.toMillis("1 day")
/** How old our knowledge of the keys may be. */
const fresh = Duration.toMillis("1 minute")

const make = async (): Promise<{ readonly kid: string; readonly jwk: JWK }> => {
  const { privateKey } = await generateKeyPair("ES256", { extractable: true })
  const jwk = await exportJWK(privateKey)
  const kid = await calculateJwkThumbprint(jwk)
  return { kid, jwk: { ...jwk, kid, alg: "ES256", use: "sig" } }
}

const settled = (keys: ReadonlyArray<SigningKey>, now: number) =>
  keys.find(({ createdAt }) => createdAt.getTime() <= now - settling) ?? keys.at(-1)

/** Keys that came before the one that has signed for a day are published no more. */
const isOver = (key: SigningKey, active: SigningKey, now: number) =>
  key.createdAt < active.createdAt && active.createdAt.getTime() < now - settling - lifeOfTokens

/** The keys that sign our tokens: kept sealed with the data, shared by every process, and replaced in time. */
export class SigningKeys extends Context.Service<
  SigningKeys,
  { readonly current: Effect.Effect<KeySet, SqlError.SqlError> }
>()("craftlocal/live/oidc/SigningKeys") {
  static readonly layer = Layer.effect(
    SigningKeys,
    Effect.gen(function* () {
      const sql = yield* SqlClient.SqlClient
      const vault = yield* Vault

      /** Those that were sealed with another secret are of no use any more. */
      const read = Effect.gen(function* () {
        const rows = yield* sql<{ kid: string; sealed: string; created_at: Date }>`
          SELECT kid, sealed, created_at FROM signing_keys ORDER BY created_at DESC, kid`
        const opened = yield* Effect.forEach(rows, ({ created_at: createdAt, kid, sealed }) =>
          vault.open(sealed, kid).pipe(
            Effect.map((text): ReadonlyArray<SigningKey> => [{ kid, jwk: JSON.parse(text) as JWK, createdAt }]),
            Effect.catchTag("Undeliverable", () => Effect.as(Effect.logWarning("a signing key cannot be opened"), []))
          )
        )
        return opened.flat()
      })

      /** One process makes the next key; the others wait and see it. */
      const renewed = Effect.fnUntraced(function* (now: number) {
        yield* sql`SELECT pg_advisory_xact_lock(hashtext('signing_keys'))`
        const keys = yield* read
        if (keys[0] !== undefined && keys[0].createdAt.getTime() > now - term) return keys
        const { jwk, kid } = yield* Effect.promise(make)
        const createdAt = new Date(now)
        yield* sql`INSERT INTO signing_keys ${sql.insert({ kid, sealed: yield* vault.seal(JSON.stringify(jwk), kid), created_at: createdAt })}`
        return [{ kid, jwk, createdAt }, ...keys]
      }, sql.withTransaction)

      const load = Effect.fnUntraced(function* (now: number) {
        const found = yield* read
        const isFresh = found[0] !== undefined && found[0].createdAt.getTime() > now - term
        const keys = isFresh ? found : yield* renewed(now)
        const active = settled(keys, now)!
        const [kept, over] = [
          keys.filter((key) => !isOver(key, active, now)),
          keys.filter((key) => isOver(key, active, now))
        ]
        if (over.length > 0)
          yield* sql`DELETE FROM signing_keys WHERE ${sql.in(
            "kid",
            over.map(({ kid }) => kid)
          )}`
        return { all: kept, active } satisfies KeySet
      })

      let known: { readonly keys: KeySet; readonly until: number } | undefined
      return {
        current: Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          if (known !== undefined && now < known.until) return known.keys
          const keys = yield* load(now)
          known = { keys, until: now + fresh }
          return keys
        })
      }
    })
  )
}
