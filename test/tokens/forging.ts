import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { importJWK, SignJWT } from "jose"
import { SigningKeys } from "../../src/live/oidc/SigningKeys.ts"
import { Vault } from "../../src/ports/Vault.ts"
import type { World } from "../world.ts"

export interface Forged {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

export const partsOf = (token: string) => {
  const [header, payload, signature] = token.split(".") as [string, string, string]
  const read = (part: string) => JSON.parse(Buffer.from(part, "base64url").toString())
  return { header: read(header), claims: read(payload), signature }
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

/** The parts as they are, whether or not the signature is theirs. */
export const joined = (header: unknown, claims: unknown, signature: string) =>
  `${base64(header)}.${base64(claims)}.${signature}`

/** A good token of this world, signed again with its own key after something was changed. */
export const openForge = async (world: World, good: string) => {
  const { active } = await world.sql((sql) => {
    const needs = Layer.merge(Vault.layerMemory, Layer.succeed(SqlClient.SqlClient, sql))
    return Effect.provide(
      Effect.flatMap(SigningKeys, ({ current }) => current),
      SigningKeys.layer.pipe(Layer.provide(needs))
    )
  })
  const key = await importJWK(active.jwk, "ES256")
  const { claims, header } = partsOf(good)
  return (forged: Forged) =>
    new SignJWT({ ...claims, ...forged.claims }).setProtectedHeader({ ...header, ...forged.header }).sign(key)
}
