import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"
import { Effect, Layer } from "effect"
import { Undeliverable } from "../../ports/Undeliverable.ts"
import { Vault } from "../../ports/Vault.ts"

const kind = "aes-256-gcm"
const edition = "v1"

/** `v1.` and, in base64url, twelve bytes of chance, sixteen that prove it whole, and what is sealed. */
const seal = (key: Buffer, secret: string, about: string) => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(kind, key, nonce).setAAD(Buffer.from(about))
  const sealed = Buffer.concat([cipher.update(secret, "utf8"), cipher.final()])
  return `${edition}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`
}

const open = (key: Buffer, sealed: string, about: string) => {
  const [found, text = ""] = sealed.split(".")
  const bytes = Buffer.from(text, "base64url")
  if (found !== edition || bytes.length < 28) throw new RangeError("not sealed here")
  const decipher = createDecipheriv(kind, key, bytes.subarray(0, 12), { authTagLength: 16 })
    .setAAD(Buffer.from(about))
    .setAuthTag(bytes.subarray(12, 28))
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8")
}

/** Seals with a key that is derived from the marketplace's secret. */
export const layerAesVault = (secretKey: string): Layer.Layer<Vault> =>
  Layer.sync(Vault, () => {
    const key = Buffer.from(hkdfSync("sha256", secretKey, "", "sealed secrets", 32))
    return {
      seal: (secret, about) => Effect.sync(() => seal(key, secret, about)),
      open: (sealed, about) =>
        Effect.try({
          try: () => open(key, sealed, about),
          catch: () => new Undeliverable({ why: "A secret cannot be opened. Was SECRET_KEY changed?" })
        })
    }
  })
