import { afterAll, assert, beforeAll, describe, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { TestClock } from "effect/testing"
import { importJWK, type JWK, SignJWT } from "jose"
import { it as plain } from "vitest"
import { AccountId } from "../../schemas/ids.ts"
import { layerEmbeddedTokens } from "../../src/live/oidc/EmbeddedTokens.ts"
import { layerExternalTokens } from "../../src/live/oidc/ExternalTokens.ts"
import { SigningKeys } from "../../src/live/oidc/SigningKeys.ts"
import { Auth } from "../../src/ports/Auth.ts"
import { Vault } from "../../src/ports/Vault.ts"
import { layerMigrations } from "../../src/store/migrations/index.ts"
import { openIssuer } from "../doubles/issuer.ts"
import { layerMigrated } from "../kept/layerKept.ts"

const issuer = "https://craft.test"
const resources = [`${issuer}/mcp`, `${issuer}/mcp/cart`]

const database = layerMigrations.pipe(Layer.provideMerge(layerMigrated))
const embedded = layerEmbeddedTokens({ issuer, resources }).pipe(
  Layer.provideMerge(SigningKeys.layer),
  Layer.provideMerge(Layer.merge(database, Vault.layerMemory))
)

const ada = { accountId: AccountId.make("acc_ada"), scopes: ["orders.read", "orders.write"] } as const

for (const { layer: machine, name } of [
  { name: "kept in memory", layer: Auth.layerMemory },
  { name: "signed here", layer: embedded }
]) {
  describe(`tokens ${name}`, () => {
    layer(machine, { timeout: 30_000 })((it) => {
      it.effect("speak for whom they were issued to, with their scopes, for an hour", () =>
        Effect.gen(function* () {
          const { issue, verify } = yield* Auth
          const { expiresAt, issuedAt, kind, scopes, subject } = yield* verify(yield* issue(ada))
          assert.deepStrictEqual([kind, subject, scopes], ["Account", "acc_ada", ada.scopes])
          assert.strictEqual(expiresAt - issuedAt, 3_600_000)
          const nobody = yield* verify(yield* issue({ accountId: AccountId.make("acc_bob"), scopes: [] }))
          assert.deepStrictEqual([nobody.subject, nobody.scopes], ["acc_bob", []])
        })
      )

      it.effect("differ each time", () =>
        Effect.gen(function* () {
          const { issue } = yield* Auth
          assert.notStrictEqual(yield* issue(ada), yield* issue(ada))
        })
      )

      it.effect("are refused when they are none of ours", () =>
        Effect.gen(function* () {
          const { issue, verify } = yield* Auth
          const good = yield* issue(ada)
          for (const token of ["", "x", "a.b.c", `${good}x`, good.slice(0, -1), ` ${good}`, "constructor", "\0"]) {
            assert.strictEqual((yield* Effect.flip(verify(token)))._tag, "InvalidToken", token)
          }
        })
      )
    })
  })
}

interface Forged {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
}

const notOurs = "The token is not one of ours."

/** What is wrong with a token, and what its bearer is told. */
const wrong: ReadonlyArray<readonly [what: string, forged: Forged, why: string]> = [
  ["another issuer", { claims: { iss: "https://evil.test" } }, notOurs],
  ["an issuer that differs by a slash", { claims: { iss: `${issuer}/` } }, notOurs],
  ["no issuer", { claims: { iss: undefined } }, notOurs],
  ["another address", { claims: { aud: "https://other.test/mcp" } }, "The token is for another address."],
  ["our origin, which is no address of tokens", { claims: { aud: issuer } }, "The token is for another address."],
  [
    "an address of ours with a slash at its end",
    { claims: { aud: `${issuer}/mcp/` } },
    "The token is for another address."
  ],
  ["no address", { claims: { aud: undefined } }, "The token is for another address."],
  ["nobody", { claims: { sub: undefined } }, notOurs],
  ["an empty subject", { claims: { sub: "" } }, notOurs],
  ["a subject that is no text", { claims: { sub: 7 } }, notOurs],
  ["no end", { claims: { exp: undefined } }, notOurs],
  ["an end that is no number", { claims: { exp: "never" } }, notOurs],
  ["no beginning", { claims: { iat: undefined } }, notOurs],
  ["a beginning in the future", { claims: { nbf: 3000 } }, "The token is not valid yet."],
  ["an end in the past", { claims: { iat: -7200, exp: -3600 } }, "The token has expired."],
  ["the type of an id token", { header: { typ: "id+jwt" } }, notOurs],
  ["the type of a logout token", { header: { typ: "logout+jwt" } }, notOurs],
  ["the type of a proof", { header: { typ: "dpop+jwt" } }, notOurs]
]

const claims = { sub: "acc_ada", client_id: "cli_app", scope: "orders.read", iat: 0, exp: 3600 }
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

const unsigned = (payload: object) =>
  ["none", "None", "NONE", "nOnE", "HS256", "HS512", "ES256"].map(
    (alg) => `${base64({ alg, typ: "at+jwt" })}.${base64(payload)}.`
  )

describe("tokens signed here", () => {
  layer(embedded, { timeout: 30_000 })((it) => {
    const why = (token: string) =>
      Effect.flatMap(Auth, ({ verify }) =>
        Effect.map(Effect.flip(verify(token)), (error) => ("why" in error ? error.why : error._tag))
      )
    const ours = { ...claims, iss: issuer, aud: resources[0]! }

    /** Signed as ours are, but for what is said. Undefined takes a claim away. */
    const forged = ({ claims = {}, header = {} }: Forged) =>
      Effect.gen(function* () {
        const { active } = yield* (yield* SigningKeys).current
        const key = yield* Effect.promise(() => importJWK(active.jwk, "ES256"))
        const payload = Object.fromEntries(
          Object.entries({ ...ours, ...claims }).filter(([, value]) => value !== undefined)
        )
        return yield* Effect.promise(() =>
          new SignJWT(payload)
            .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: active.kid, ...header } as never)
            .sign(key)
        )
      })

    it.effect("one that is forged well enough is as good as ours, so that the rest is refused for its own reason", () =>
      Effect.gen(function* () {
        const { verify } = yield* Auth
        for (const aud of [...resources, ["https://other.test", resources[1]]]) {
          const { clientId, scopes, subject } = yield* verify(yield* forged({ claims: { aud } }))
          assert.deepStrictEqual([subject, clientId, scopes], ["acc_ada", "cli_app", ["orders.read"]])
        }
      })
    )

    for (const [what, forgery, expected] of [
      ...wrong,
      ["the type of any token", { header: { typ: "JWT" } }, notOurs],
      ["no type", { header: { typ: undefined } }, notOurs],
      ["no client", { claims: { client_id: undefined } }, notOurs]
    ] as typeof wrong) {
      it.effect(`one with ${what} is refused`, () =>
        Effect.gen(function* () {
          assert.strictEqual(yield* why(yield* forged(forgery)), expected)
        })
      )
    }

    it.effect("one that needs no signature is refused", () =>
      Effect.forEach(unsigned({ ...ours, scope: "admin" }), (token) =>
        Effect.map(why(token), (said) => assert.strictEqual(said, notOurs))
      )
    )

    it.effect("one that is signed with our public key, as if it were a secret, is refused", () =>
      Effect.gen(function* () {
        const { active } = yield* (yield* SigningKeys).current
        const { d: _, ...open } = active.jwk
        const token = yield* Effect.promise(() =>
          new SignJWT({ ...ours, scope: "admin" })
            .setProtectedHeader({ alg: "HS256", typ: "at+jwt", kid: active.kid })
            .sign(Buffer.from(JSON.stringify(open)))
        )
        assert.strictEqual(yield* why(token), notOurs)
      })
    )

    it.effect("one that brings its own key, or says where to get it, is refused", () =>
      Effect.gen(function* () {
        const { generateKeyPair, exportJWK } = yield* Effect.promise(() => import("jose"))
        const { privateKey, publicKey } = yield* Effect.promise(() => generateKeyPair("ES256", { extractable: true }))
        const jwk = yield* Effect.promise(() => exportJWK(publicKey))
        for (const header of [
          { jwk: jwk as JWK },
          { jku: "https://evil.test/keys" },
          { x5u: "https://evil.test/c" },
          {}
        ]) {
          const token = yield* Effect.promise(() =>
            new SignJWT(ours).setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...header }).sign(privateKey)
          )
          assert.strictEqual(yield* why(token), notOurs)
        }
      })
    )

    it.effect("one whose claims were changed is refused", () =>
      Effect.gen(function* () {
        const { issue } = yield* Auth
        const [header, payload, signature] = (yield* issue(ada)).split(".")
        const said = JSON.parse(Buffer.from(payload!, "base64url").toString())
        for (const change of [{ sub: "acc_bob" }, { scope: "admin" }, { exp: 9_999_999_999 }]) {
          assert.strictEqual(yield* why(`${header}.${base64({ ...said, ...change })}.${signature}`), notOurs)
        }
      })
    )

    it.effect("a scope we do not know grants nothing", () =>
      Effect.gen(function* () {
        const { verify } = yield* Auth
        const { scopes } = yield* verify(yield* forged({ claims: { scope: "orders.read root  admin.all" } }))
        assert.deepStrictEqual(scopes, ["orders.read"])
      })
    )

    it.effect("a client that speaks for itself is a service, and never an account", () =>
      Effect.gen(function* () {
        const { verify } = yield* Auth
        const { kind } = yield* verify(yield* forged({ claims: { sub: "cli_app" } }))
        assert.strictEqual(kind, "Service")
      })
    )

    it.effect("one lives for an hour, and says so when it is over", () =>
      Effect.gen(function* () {
        const { issue, verify } = yield* Auth
        const token = yield* issue(ada)
        yield* TestClock.adjust("59 minutes")
        yield* verify(token)
        yield* TestClock.adjust("2 minutes")
        assert.strictEqual(yield* why(token), "The token has expired.")
        yield* verify(yield* issue(ada))
      })
    )

    it.effect("keys are replaced in time: first published, then signing, and gone when nothing they signed lives", () =>
      Effect.gen(function* () {
        const { issue, verify } = yield* Auth
        const { current } = yield* SigningKeys
        const before = yield* current
        yield* TestClock.adjust("61 days")
        const turning = yield* current
        assert.strictEqual(turning.all.length, before.all.length + 1)
        assert.strictEqual(turning.active.kid, before.active.kid)
        const token = yield* issue(ada)
        yield* verify(token)
        yield* TestClock.adjust("25 hours")
        const turned = yield* current
        assert.notStrictEqual(turned.active.kid, before.active.kid)
        yield* verify(yield* issue(ada))
        yield* TestClock.adjust("2 days")
        assert.deepStrictEqual(
          (yield* current).all.map(({ kid }) => kid),
          [turned.active.kid]
        )
      })
    )

    it.effect("private keys are kept sealed", () =>
      Effect.gen(function* () {
        const sql = yield* SqlClient.SqlClient
        const { active } = yield* (yield* SigningKeys).current
        const rows = yield* sql`SELECT * FROM signing_keys`
        assert.notInclude(JSON.stringify(rows), active.jwk.d!)
      })
    )
  })
})

describe("tokens of an issuer elsewhere", () => {
  let elsewhere: Awaited<ReturnType<typeof openIssuer>>
  beforeAll(async () => {
    elsewhere = await openIssuer()
  })
  afterAll(() => elsewhere.close())

  const now = () => Math.floor(Date.now() / 1000)
  const good = (changed: Readonly<Record<string, unknown>> = {}) => ({
    ...claims,
    iss: elsewhere.issuer,
    aud: resources[0],
    iat: now(),
    exp: now() + 3600,
    ...changed
  })
  const open = () => {
    const machine = layerExternalTokens({ issuer: elsewhere.issuer, audiences: resources })
    const runtime = Effect.runSync(Effect.cached(Effect.map(Effect.scoped(Layer.build(machine)), (context) => context)))
    return (token: string) =>
      Effect.runPromise(
        Effect.flatMap(runtime, (context) =>
          Effect.provideContext(
            Effect.flatMap(Auth, ({ verify }) =>
              Effect.match(verify(token), {
                onSuccess: (identity) => identity,
                onFailure: (error) => ({ why: "why" in error ? error.why : error._tag })
              })
            ),
            context
          )
        )
      )
  }

  plain("speak for its people, with the scopes and roles that it gives them, wherever it puts them", async () => {
    const verify = open()
    const told = [
      { scope: "orders.read openid nonsense" },
      { scope: undefined, scp: ["orders.read"] },
      { scope: undefined, scp: "orders.read" },
      { scope: undefined, permissions: ["orders.read", "read:all"] },
      { scope: ["orders.read"] }
    ]
    for (const change of told) {
      const identity = await verify(await elsewhere.sign({ claims: good(change) }))
      assert.include("scopes" in identity ? identity.scopes : [], "orders.read", JSON.stringify(change))
    }
    const person = { email: "ada@craft.test", email_verified: true, name: "Ada" }
    for (const roles of [
      { roles: ["seller"] },
      { realm_access: { roles: ["seller"] } },
      { app_metadata: { roles: ["seller"] } }
    ]) {
      const identity = await verify(await elsewhere.sign({ claims: good({ ...person, ...roles }) }))
      assert.deepStrictEqual("person" in identity ? identity.person : undefined, {
        email: "ada@craft.test",
        emailVerified: true,
        name: "Ada",
        roles: ["seller"]
      })
    }
  })

  plain("are refused for what is wrong with them, as our own are", async () => {
    const verify = open()
    for (const [what, { claims: changed = {}, header = {} }, why] of wrong) {
      const times = "iat" in changed && changed.iat === -7200 ? { iat: now() - 7200, exp: now() - 3600 } : {}
      const later = "nbf" in changed ? { nbf: now() + 3000 } : {}
      const token = await elsewhere.sign({ header, claims: good({ ...changed, ...times, ...later }) })
      assert.deepStrictEqual(await verify(token), { why }, what)
    }
    for (const token of unsigned(good())) assert.deepStrictEqual(await verify(token), { why: notOurs })
  })

  plain("may say no type, as many issuers do, but are refused when they are id tokens", async () => {
    const verify = open()
    for (const typ of [undefined, "JWT", "at+jwt", "application/at+jwt"]) {
      assert.property(await verify(await elsewhere.sign({ header: { typ }, claims: good() })), "subject", String(typ))
    }
    for (const mark of [{ nonce: "n" }, { at_hash: "h" }, { typ: "ID" }, { typ: "Refresh" }]) {
      const token = await elsewhere.sign({ header: { typ: "JWT" }, claims: good(mark) })
      assert.deepStrictEqual(await verify(token), { why: notOurs }, JSON.stringify(mark))
    }
  })

  plain("may be off by what clocks are off, and by no more", async () => {
    const verify = open()
    const at = (seconds: number) => elsewhere.sign({ claims: good({ exp: now() + seconds }) })
    assert.property(await verify(await at(-20)), "subject")
    assert.deepStrictEqual(await verify(await at(-40)), { why: "The token has expired." })
  })

  plain("are checked by keys that are kept, and asked for again when there is a new one", async () => {
    const verify = open()
    const before = elsewhere.timesAsked()
    for (let each = 0; each < 5; each++) await verify(await elsewhere.sign({ claims: good() }))
    assert.strictEqual(elsewhere.timesAsked(), before + 1)
  })

  plain("are neither good nor bad while its keys cannot be had", async () => {
    elsewhere.goAway(true)
    const verify = open()
    const token = await elsewhere.sign({ claims: good() })
    assert.deepStrictEqual(await verify(token), { why: "Unavailable" })
    elsewhere.goAway(false)
    assert.property(await verify(token), "subject")
  })
})
