import { fileURLToPath } from "node:url"
import { Duration, Effect, Layer, Logger, References } from "effect"
import { resourcesOf } from "../schemas/toolsets.ts"
import type { Config } from "./config.ts"
import { layerArgon2Passwords } from "./live/argon2/Passwords.ts"
import { layerEmbeddedOAuth } from "./live/oidc/EmbeddedOAuth.ts"
import { layerEmbeddedTokens } from "./live/oidc/EmbeddedTokens.ts"
import { layerExternalTokens } from "./live/oidc/ExternalTokens.ts"
import { SigningKeys } from "./live/oidc/SigningKeys.ts"
import { layerGuardedOutside } from "./live/outside/GuardedOutside.ts"
import { layerSharpPixels } from "./live/pixels/SharpPixels.ts"
import { layerRedis } from "./live/redis/layer.ts"
import { layerSandboxPayments } from "./live/sandbox/SandboxPayments.ts"
import { layerSmtpMail } from "./live/smtp/SmtpMail.ts"
import { readAddress, writeAddress } from "./live/sql/DataDirLock.ts"
import { layerDb } from "./live/sql/Db.ts"
import { layerStripeEvents } from "./live/stripe/StripeEvents.ts"
import { layerStripePayments } from "./live/stripe/StripePayments.ts"
import { layerStateRates } from "./live/taxes/StateRates.ts"
import { derivedSecret } from "./live/tokens/derivedSecret.ts"
import { keptSecret } from "./live/tokens/keptSecret.ts"
import { layerAesVault } from "./live/vault/AesVault.ts"
import { layerFetchWebhooks } from "./live/webhooks/FetchWebhooks.ts"
import { layerBuiltPlayground } from "./live/widgets/BuiltPlayground.ts"
import { layerBuiltWidgets } from "./live/widgets/BuiltWidgets.ts"
import { Cache } from "./ports/Cache.ts"
import { FormSecret } from "./ports/FormSecret.ts"
import { Ids } from "./ports/Ids.ts"
import { Mail } from "./ports/Mail.ts"
import { OAuth } from "./ports/OAuth.ts"
import { PaymentEvents } from "./ports/PaymentEvents.ts"
import { RateLimit } from "./ports/RateLimit.ts"
import { Site } from "./ports/Site.ts"
import { WebhookSecret } from "./ports/WebhookSecret.ts"

const inProject = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

/** Where the embedded database lives when no other is named. */
export const dataDir = inProject(".data/db")

/** The database: Postgres by its address, or the embedded one in its directory or in memory. */
export const layerDatabase = ({ databaseUrl, poolMax }: Config) => layerDb(databaseUrl, { dataDir, poolMax })

/** Tells others on this machine where the server is that holds the embedded database. */
export const announce = ({ databaseUrl }: Config, address: string) =>
  databaseUrl === undefined ? writeAddress(dataDir, address) : Effect.void

/** The address of a server on this machine that holds the embedded database. */
export const runningServer = ({ databaseUrl }: Config): string | undefined =>
  databaseUrl === undefined ? readAddress(dataDir) : undefined

const layerSite = ({ checkoutTtlMinutes, moderation, publicUrl, sessionTtlMinutes }: Config) =>
  Layer.succeed(Site, {
    ...Site.defaultValue(),
    publicUrl,
    moderation,
    checkoutTtl: Duration.minutes(checkoutTtlMinutes),
    signInTtl: Duration.minutes(sessionTtlMinutes)
  })

/** Who signs tokens: an issuer elsewhere, or the one in this process. */
const layerIdentity = ({ oidc, publicUrl: issuer }: Config, secret: string) => {
  if (oidc !== undefined) return Layer.merge(OAuth.layerElsewhere(oidc.issuer), layerExternalTokens(oidc))
  const resources = resourcesOf(issuer)
  return Layer.merge(
    layerEmbeddedOAuth({ secret, issuer, resources }),
    layerEmbeddedTokens({ issuer, resources })
  ).pipe(Layer.provide(SigningKeys.layer))
}

/** What rests on the one secret of the marketplace: tokens, and the secrets of others. */
const layerSecrets = (config: Config) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const secret = config.secretKey ?? (yield* keptSecret("secret_key"))
      const forms = Layer.succeed(FormSecret, derivedSecret(secret, "forms"))
      return layerIdentity(config, secret).pipe(Layer.provideMerge(Layer.merge(layerAesVault(secret), forms)))
    })
  )

const layerShared = ({ rateLimitPerMinute: perMinute, redisUrl: url }: Config) =>
  url === undefined
    ? Layer.mergeAll(Cache.layerMemory, RateLimit.layerMemory(perMinute))
    : layerRedis({ url, perMinute })

const layerPayments = ({ publicUrl, stripe }: Config) =>
  stripe === undefined
    ? layerSandboxPayments
    : layerStripePayments({ ...stripe, page: (checkoutId) => `${publicUrl}/checkout/${checkoutId}` })

const layerPaymentEvents = ({ stripe }: Config) =>
  stripe?.webhookSecret === undefined
    ? PaymentEvents.layerNone
    : layerStripeEvents({ secretKey: stripe.secretKey, webhookSecret: stripe.webhookSecret })

const layerWebhookSecret = ({ webhookSecret }: Config) =>
  webhookSecret === undefined
    ? Layer.unwrap(Effect.map(keptSecret("webhook_secret"), WebhookSecret.layer))
    : WebhookSecret.layer(webhookSecret)

/** What carriers and shops sign with, for those who set them up. */
export const webhookSecret = Effect.map(WebhookSecret, ({ value }) => value)

/** A machine for each port, by the settings. It needs the database, brought up to date. */
export const layerMachines = (config: Config) =>
  Layer.mergeAll(
    layerSite(config),
    layerSecrets(config).pipe(Layer.provideMerge(layerGuardedOutside({ allowLoopback: config.demo }))),
    layerShared(config),
    layerPayments(config),
    layerPaymentEvents(config),
    layerWebhookSecret(config),
    layerArgon2Passwords(),
    layerStateRates,
    layerSharpPixels,
    layerFetchWebhooks({ allowPrivate: config.demo }),
    layerBuiltWidgets(inProject(".build/widgets")),
    layerBuiltPlayground(inProject(".build/playground")),
    config.smtp === undefined ? Mail.layerMemory : layerSmtpMail(config.smtp),
    Ids.layer
  )

const levels = { trace: "Trace", debug: "Debug", info: "Info", warn: "Warn", error: "Error" } as const

/** What is logged, and how. On `stdio` the answers own the standard output, so logs go to the other one. */
export const layerLogs = ({ logFormat, logLevel }: Config, toStderr = false) => {
  const json = toStderr ? Logger.withConsoleError(Logger.formatJson) : Logger.consoleJson
  const pretty = toStderr ? Logger.withConsoleError(Logger.formatLogFmt) : Logger.consolePretty()
  return Layer.mergeAll(
    Logger.layer([logFormat === "json" ? json : pretty]),
    Layer.succeed(References.MinimumLogLevel, levels[logLevel]),
    // Nobody reads the spans yet, and those of a search cost a fifth of it.
    Layer.succeed(References.TracerEnabled, false)
  )
}
