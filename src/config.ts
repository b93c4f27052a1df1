import { Result, Schema } from "effect"
import { IpNetwork } from "effect/net"
import { resourcesOf } from "../schemas/toolsets.ts"

/** Every setting the marketplace reads from its environment. An empty value is unset. */

const text = Schema.Trim.check(Schema.isMinLength(1))
const flag = Schema.Literals(["true", "false"])
const whole = (minimum: number, maximum: number) =>
  Schema.NumberFromString.check(Schema.isInt(), Schema.isBetween({ minimum, maximum }))

/** The gateway has no part of its own yet; naming it asks for nothing. */
const allRoles = ["web", "gateway", "worker"] as const
export type Role = (typeof allRoles)[number]
const isRole = (given: string): given is Role => allRoles.some((role) => role === given)
const listed = (given: string) => given.split(",").map((each) => each.trim())
const roles = text.check(Schema.makeFilter((given: string) => listed(given).every(isRole)))

const databaseUrl = text.check(Schema.isPattern(/^(memory:|postgres(ql)?:\/\/.+)$/))
const webUrl = text.check(Schema.isPattern(/^https?:\/\/[^/\s]+(\/[^\s]*[^/\s])?$/))

const isNetwork = (each: string) => Result.isSuccess(IpNetwork.fromString(each))
const networks = text.check(
  Schema.makeFilter(
    (given: string) => given === "true" || given === "false" || given.split(",").every((each) => isNetwork(each.trim()))
  )
)
const privateNetworks = "127.0.0.0/8,10.0.0.0/8,172.16.0.0/12,192.168.0.0/16,::1/128,fc00::/7"

interface Setting {
  readonly schema: Schema.Codec<any, string>
  readonly accepted: string
  readonly standard: string
  readonly meaning: string
}

const setting = <S extends Schema.Codec<any, string>>(schema: S, accepted: string, standard: string, meaning: string) =>
  ({ schema, accepted, standard, meaning }) as const satisfies Setting

/** The table of settings: what is accepted, what holds when it is unset, and what it means. */
export const settings = {
  PORT: setting(whole(0, 65_535), "a port number", "3001", "where the server listens; 0 picks a free port"),
  HOST: setting(text, "an address of this machine", "127.0.0.1", "the address it listens on"),
  ROLES: setting(
    roles,
    "web, gateway, worker, separated by commas",
    "web,gateway,worker",
    "which parts `serve` runs: the doors, the jobs that deliver messages and keep house; there is no gateway yet"
  ),
  PUBLIC_URL: setting(
    webUrl,
    "an http or https address without a slash at the end",
    "http://localhost:PORT",
    "how people and agents reach it"
  ),
  ALLOWED_ORIGINS: setting(
    text,
    "origins, separated by commas",
    "PUBLIC_URL and the hosts of ChatGPT and Claude",
    "pages that may call from a browser"
  ),
  TRUST_PROXY: setting(
    networks,
    "true for private networks, or networks such as 10.0.0.0/8, separated by commas",
    "nobody",
    "whose X-Forwarded-For counts"
  ),
  DATABASE_URL: setting(
    databaseUrl,
    "memory:, postgres://… or postgresql://…",
    "embedded, in .data/db",
    "where everything is kept"
  ),
  DATABASE_POOL_MAX: setting(whole(1, 1000), "1 to 1000", "20", "connections to Postgres at most"),
  REDIS_URL: setting(
    text.check(Schema.isPattern(/^rediss?:\/\/.+$/)),
    "redis://… or rediss://…",
    "in process",
    "rate limits and cached answers shared by several processes"
  ),
  SECRET_KEY: setting(
    text.check(Schema.isMinLength(16)),
    "16 characters or more",
    "made once and kept in the database; required on Postgres outside demo",
    "seals signing keys and the secrets of others, and signs cookies"
  ),
  WEBHOOK_SECRET: setting(
    text.check(Schema.isMinLength(16)),
    "16 characters or more",
    "made once and kept in the database; told at the start of a demo",
    "how carriers and shops sign what they send to /webhooks/orders and /webhooks/inventory"
  ),
  OIDC_ISSUER: setting(
    text.check(Schema.isPattern(/^https?:\/\/[^\s?#]+$/)),
    "the issuer's address, byte for byte as its tokens name it",
    "the embedded issuer",
    "an issuer elsewhere, such as Auth0, Keycloak or Supabase, whose tokens are taken instead of our own"
  ),
  OIDC_AUDIENCE: setting(
    text,
    "audiences, separated by commas",
    "PUBLIC_URL/mcp and the addresses of its toolsets",
    "what tokens of that issuer are for when they are for us"
  ),
  DEMO: setting(
    flag,
    "true or false",
    "true on an embedded database without an https PUBLIC_URL, else false",
    "demo shop, accounts, agent key and /dev/*"
  ),
  SEED: setting(whole(0, 2_147_483_647), "a whole number", "1", "seed of the demo data"),
  STRIPE_SECRET_KEY: setting(
    text.check(Schema.isPattern(/^(sk|rk)_(test|live)_\w+$/)),
    "a secret or restricted key of Stripe, such as sk_test_…",
    "the built-in test provider",
    "takes payments by Stripe"
  ),
  STRIPE_WEBHOOK_SECRET: setting(
    text.check(Schema.isPattern(/^whsec_\S+$/)),
    "whsec_…",
    "events are not heard",
    "how Stripe signs what it sends to /webhooks/stripe"
  ),
  STRIPE_API_BASE: setting(
    webUrl,
    "an http or https address without a slash at the end",
    "Stripe's own",
    "where Stripe is; for doubles and proxies"
  ),
  RATE_LIMIT_PER_MINUTE: setting(
    whole(1, 100_000_000),
    "a whole number",
    "300",
    "requests of one account, agent key or address"
  ),
  CHECKOUT_TTL_MINUTES: setting(whole(1, 1440), "1 to 1440", "30", "how long a checkout lives after its last change"),
  MODERATION: setting(
    Schema.Literals(["on", "off", "true", "false"]),
    "on or off",
    "off",
    "whether listings wait until an operator has seen them"
  ),
  SESSION_TTL_MINUTES: setting(
    whole(1, 60),
    "1 to 60",
    "10",
    "how long a sign-in by `create_session` waits for its user, and lives after each use"
  ),
  SMTP_URL: setting(
    text.check(Schema.makeFilter((given: string) => /^smtps?:\/\/[^/?#\s]+$/.test(given) && URL.canParse(given))),
    "smtp://… or smtps://…, with user:password@ if need be",
    "letters are only shown on /dev/outbox",
    "the server that sends our e-mail"
  ),
  MAIL_FROM: setting(
    text.check(Schema.isPattern(/^([^<>\r\n"@,]+ <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)),
    "an e-mail address, or Name <address>",
    "none; required with SMTP_URL",
    "whom our e-mail is from"
  ),
  SUPPORT_EMAIL: setting(text, "an e-mail address", "none", "where people write when they need help"),
  LOG_LEVEL: setting(
    Schema.Literals(["trace", "debug", "info", "warn", "error"]),
    "trace, debug, info, warn or error",
    "info",
    "what is logged"
  ),
  LOG_FORMAT: setting(
    Schema.Literals(["pretty", "json"]),
    "pretty or json",
    "pretty on a terminal, else json",
    "how it is logged"
  ),
  ACCESS_TOKEN: setting(text, "an access token", "none", "whom `stdio` acts for; a guest without")
} as const

type Settings = typeof settings
type Read = { readonly [K in keyof Settings]?: Settings[K]["schema"]["Type"] }

/** A setting that cannot be understood: which, what was given, and what is accepted. */
export class BadSetting extends Schema.TaggedError<BadSetting>()("BadSetting", {
  name: Schema.String,
  given: Schema.String,
  accepted: Schema.String
}) {
  override get message() {
    return `${this.name} is ${JSON.stringify(this.given)}; accepted is ${this.accepted}.`
  }
}

const secrets = new Set<string>([
  "SECRET_KEY",
  "WEBHOOK_SECRET",
  "ACCESS_TOKEN",
  "DATABASE_URL",
  "REDIS_URL",
  "SMTP_URL",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET"
])

const readAll = (environment: Readonly<Record<string, string | undefined>>): Read => {
  const read: Record<string, unknown> = {}
  for (const [name, { accepted, schema }] of Object.entries<Setting>(settings)) {
    const given = environment[name]?.trim()
    if (given === undefined || given === "") continue
    const decoded = Schema.decodeUnknownResult(schema)(given)
    if (decoded._tag === "Failure")
      throw new BadSetting({ name, given: secrets.has(name) ? "(hidden)" : given, accepted })
    read[name] = decoded.success
  }
  return read as Read
}

const hosts = [
  "https://chatgpt.com",
  "https://chat.openai.com",
  "https://web-sandbox.oaiusercontent.com",
  "https://claude.ai",
  "https://claude.com"
]

const proxiesOf = (given: string | undefined) =>
  given === undefined || given === "false"
    ? []
    : (given === "true" ? privateNetworks : given).split(",").map((each) => IpNetwork.fromStringUnsafe(each.trim()))

export interface StripeConfig {
  readonly secretKey: string
  readonly webhookSecret: string | undefined
  readonly apiBase: string | undefined
}

/** How this process is to run. */
export interface Config {
  readonly port: number
  readonly host: string
  /** Without `web` nothing listens; without `worker` messages wait for another process. */
  readonly roles: ReadonlySet<Role>
  readonly publicUrl: string
  readonly allowedOrigins: ReadonlySet<string>
  readonly trustedProxies: ReadonlyArray<IpNetwork.IpNetwork>
  /** Undefined is the embedded database in its directory. */
  readonly databaseUrl: string | undefined
  readonly poolMax: number
  readonly redisUrl: string | undefined
  readonly secretKey: string | undefined
  readonly webhookSecret: string | undefined
  /** Undefined is the embedded issuer. */
  readonly oidc: { readonly issuer: string; readonly audiences: ReadonlyArray<string> } | undefined
  /** Undefined is the built-in test provider. */
  readonly stripe: StripeConfig | undefined
  readonly demo: boolean
  readonly seed: number
  readonly rateLimitPerMinute: number
  readonly checkoutTtlMinutes: number
  readonly sessionTtlMinutes: number
  readonly moderation: boolean
  /** Undefined keeps letters here. */
  readonly smtp: { readonly url: string; readonly from: string } | undefined
  readonly supportEmail: string | undefined
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error"
  readonly logFormat: "pretty" | "json"
  readonly accessToken: string | undefined
}

/** Reads the settings; throws `BadSetting` for the first that cannot be understood. The only reader of the environment. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>, isTerminal = false): Config => {
  const read = readAll(environment)
  const port = read.PORT ?? 3001
  const publicUrl = read.PUBLIC_URL ?? `http://localhost:${port}`
  const { origin } = new URL(publicUrl)
  const embedded = read.DATABASE_URL === undefined || read.DATABASE_URL === "memory:"
  // In public a demo must be asked for in so many words.
  const demo = read.DEMO === undefined ? embedded && !publicUrl.startsWith("https:") : read.DEMO === "true"
  if (!embedded && !demo && read.SECRET_KEY === undefined) {
    throw new BadSetting({ name: "SECRET_KEY", given: "", accepted: settings.SECRET_KEY.accepted })
  }
  if (read.SMTP_URL !== undefined && read.MAIL_FROM === undefined) {
    throw new BadSetting({ name: "MAIL_FROM", given: "", accepted: settings.MAIL_FROM.accepted })
  }
  const origins = read.ALLOWED_ORIGINS?.split(",").map((each: string) => each.trim().replace(/\/$/, ""))
  return {
    port,
    host: read.HOST ?? "127.0.0.1",
    roles: new Set(read.ROLES === undefined ? allRoles : listed(read.ROLES).filter(isRole)),
    publicUrl,
    allowedOrigins: new Set([origin, ...(origins ?? hosts)]),
    trustedProxies: proxiesOf(read.TRUST_PROXY),
    databaseUrl: read.DATABASE_URL,
    poolMax: read.DATABASE_POOL_MAX ?? 20,
    redisUrl: read.REDIS_URL,
    secretKey: read.SECRET_KEY,
    webhookSecret: read.WEBHOOK_SECRET,
    oidc:
      read.OIDC_ISSUER === undefined
        ? undefined
        : {
            issuer: read.OIDC_ISSUER,
            audiences: read.OIDC_AUDIENCE === undefined ? resourcesOf(publicUrl) : listed(read.OIDC_AUDIENCE)
          },
    stripe:
      read.STRIPE_SECRET_KEY === undefined
        ? undefined
        : {
            secretKey: read.STRIPE_SECRET_KEY,
            webhookSecret: read.STRIPE_WEBHOOK_SECRET,
            apiBase: read.STRIPE_API_BASE
          },
    demo,
    seed: read.SEED ?? 1,
    rateLimitPerMinute: read.RATE_LIMIT_PER_MINUTE ?? 300,
    checkoutTtlMinutes: read.CHECKOUT_TTL_MINUTES ?? 30,
    sessionTtlMinutes: read.SESSION_TTL_MINUTES ?? 10,
    moderation: read.MODERATION === "on" || read.MODERATION === "true",
    smtp: read.SMTP_URL === undefined ? undefined : { url: read.SMTP_URL, from: read.MAIL_FROM! },
    supportEmail: read.SUPPORT_EMAIL,
    logLevel: read.LOG_LEVEL ?? "info",
    logFormat: read.LOG_FORMAT ?? (isTerminal ? "pretty" : "json"),
    accessToken: read.ACCESS_TOKEN
  }
}
