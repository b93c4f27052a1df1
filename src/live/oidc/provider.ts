import { timingSafeEqual } from "node:crypto"
import Provider, { type Adapter, type Configuration, errors, type KoaContextWithOIDC } from "oidc-provider"
import { Scope } from "../../../schemas/access.ts"
import { forPeople } from "../../ports/OAuth.ts"
import type { KeySet } from "./SigningKeys.ts"

export interface ProviderOptions {
  /** The origin of the shop, without a slash at the end; it stands in every token, byte for byte. */
  readonly issuer: string
  /** What tokens may be for: our addresses, exactly as people enter them; the first when a client does not say. */
  readonly resources: ReadonlyArray<string>
  readonly keys: KeySet
  readonly cookieKeys: ReadonlyArray<string>
  readonly adapter: (model: string) => Adapter
  /** Whether the account is there, and has not voided what was issued at that moment, in seconds. */
  readonly isAccount: (accountId: string, issuedAt: number | undefined) => Promise<boolean>
  readonly hashSecret: (secret: string) => string
  /** Reads documents and keys of clients from the outside. */
  readonly fetch: typeof fetch
}

const minute = 60
const hour = 60 * minute
const day = 24 * hour

/** What is about the person, and in no access token. */
const openIdScopes = ["openid", "email", "profile", "offline_access"]
export const resourceScopes = Scope.literals.filter((scope) => !openIdScopes.includes(scope))

const ttl = {
  AccessToken: hour,
  AuthorizationCode: minute,
  ClientCredentials: hour,
  Grant: 365 * day,
  IdToken: hour,
  Interaction: 30 * minute,
  RefreshToken: 90 * day,
  Session: hour
}

export const makeProvider = (options: ProviderOptions): Provider => {
  const { adapter, cookieKeys, hashSecret, isAccount, issuer, keys, resources } = options
  const secure = issuer.startsWith("https:")
  const cookie = { httpOnly: true, sameSite: "lax", signed: true, secure } as const
  const own = new Set(resources)
  const ordered = [keys.active, ...keys.all.filter((key) => key !== keys.active)]

  const configuration: Configuration = {
    adapter,
    jwks: { keys: ordered.map(({ jwk }) => jwk) },
    cookies: {
      keys: [...cookieKeys],
      long: cookie,
      short: cookie,
      names: { session: "oauth_session", interaction: "oauth_interaction", resume: "oauth_resume" }
    },
    fetch: options.fetch,
    responseTypes: ["code"],
    scopes: [...openIdScopes, ...resourceScopes],
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    clientAuthMethods: ["none", "private_key_jwt", "client_secret_basic"],
    clientDefaults: {
      grant_types: ["authorization_code", "refresh_token"],
      id_token_signed_response_alg: "ES256",
      token_endpoint_auth_method: "none"
    },
    enabledJWA: { idTokenSigningAlgValues: ["ES256"] },
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_, client) => client.grantTypeAllowed("refresh_token"),
    // Our own sign-in is what lasts; the provider's knows no more than the authorization under way.
    expiresWithSession: async () => false,
    extraTokenClaims: (_, token) => ("grantId" in token && token.grantId ? { gid: token.grantId } : undefined),
    findAccount: async (_, accountId, token) =>
      (await isAccount(accountId, token?.iat)) ? { accountId, claims: async () => ({ sub: accountId }) } : undefined,
    ttl,
    renderError: (context: KoaContextWithOIDC, { error, error_description }) => {
      context.set(forPeople, "error")
      context.body = { error, error_description }
    },
    routes: {
      authorization: "/oauth/authorize",
      token: "/oauth/token",
      jwks: "/oauth/jwks",
      registration: "/oauth/register",
      revocation: "/oauth/revoke",
      end_session: "/oauth/end_session"
    },
    // The provider's own refuses tokens that are bound to an address of ours, as all are.
    discovery: { userinfo_endpoint: `${issuer}/oauth/userinfo` },
    interactions: { url: (_, { uid }) => `/oauth/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      clientCredentials: { enabled: true },
      registration: {
        enabled: true,
        issueRegistrationAccessToken: false,
        idFactory: () => `cli_${crypto.randomUUID().replaceAll("-", "")}`
      },
      revocation: { enabled: true },
      rpMetadataChoices: { enabled: true },
      clientIdMetadataDocument: { enabled: true, ack: "draft-02", cacheDuration: { min: 30, max: day } },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resources[0]!,
        useGrantedResource: () => true,
        getResourceServerInfo: (_: unknown, indicator: string) => {
          if (!own.has(indicator)) throw new errors.InvalidTarget()
          return {
            scope: resourceScopes.join(" "),
            audience: indicator,
            accessTokenTTL: ttl.AccessToken,
            accessTokenFormat: "jwt",
            jwt: { sign: { alg: "ES256", kid: keys.active.kid } }
          }
        }
      }
    } as unknown as Configuration["features"]
  }
  const provider = new Provider(issuer, configuration)
  provider.proxy = true
  // Secrets of service accounts are kept as their hash.
  Object.assign(provider.Client.prototype, {
    compareClientSecret(this: { readonly clientSecret?: string }, given: string) {
      const [kept, found] = [Buffer.from(this.clientSecret ?? ""), Buffer.from(hashSecret(given))]
      return kept.length === found.length && timingSafeEqual(kept, found)
    }
  })
  return provider
}
