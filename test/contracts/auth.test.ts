import { createHash } from "node:crypto"
import { assert, describe, layer } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { SignJWT } from "jose"
import { AccountId } from "../../schemas/ids.ts"
import { layerSignedTokens } from "../../src/live/tokens/SignedTokens.ts"
import { Auth, type Identity } from "../../src/ports/Auth.ts"

const secret = "a secret of sixteen characters and more"
const issuer = "https://craft.test"
const audience = "https://craft.test/mcp"

const signed = layerSignedTokens({ secret, issuer, audience })

const ada: Identity = { accountId: AccountId.make("acc_ada"), scopes: ["orders.read", "orders.write"] }

for (const { layer: machine, name } of [
  { name: "kept in memory", layer: Auth.layerMemory },
  { name: "signed", layer: signed }
]) {
  describe(`tokens ${name}`, () => {
    layer(machine)((it) => {
      it.effect("speak for whom they were issued to, with their scopes", () =>
        Effect.gen(function* () {
          const { issue, verify } = yield* Auth
          assert.deepStrictEqual(yield* verify(yield* issue(ada)), ada)
          const nobody: Identity = { accountId: AccountId.make("acc_bob"), scopes: [] }
          assert.deepStrictEqual(yield* verify(yield* issue(nobody)), nobody)
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
  readonly header?: Record<string, unknown>
  readonly claims?: Record<string, unknown>
  readonly secret?: string
}

/** Signed as ours are, but for what is said. Undefined takes a claim away. */
const forged = ({ claims = {}, header = {}, secret: other = secret }: Forged) =>
  Effect.promise(() => {
    const whole = { sub: "acc_ada", scope: "orders.read", iss: issuer, aud: audience, iat: 0, exp: 3600, ...claims }
    const payload = Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined))
    return new SignJWT(payload)
      .setProtectedHeader({ alg: "HS256", typ: "at+jwt", ...header })
      .sign(createHash("sha256").update(`access tokens\n${other}`).digest())
  })

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("signed tokens", () => {
  layer(signed)((it) => {
    const why = (token: string) =>
      Effect.flatMap(Auth, ({ verify }) => Effect.map(Effect.flip(verify(token)), (error) => error.why))

    it.effect("one that is forged well enough is as good as ours, so that the rest is refused for its own reason", () =>
      Effect.gen(function* () {
        const { verify } = yield* Auth
        assert.deepStrictEqual(yield* verify(yield* forged({})), { accountId: ada.accountId, scopes: ["orders.read"] })
      })
    )

    it.effect("another secret, issuer, audience or kind of token is refused", () =>
      Effect.gen(function* () {
        for (const forgery of [
          { secret: "another secret of sixteen characters" },
          { claims: { iss: "https://evil.test" } },
          { claims: { aud: "https://craft.test" } },
          { claims: { iss: undefined } },
          { claims: { aud: undefined } },
          { claims: { sub: undefined } },
          { claims: { sub: 7 } },
          { claims: { exp: undefined } },
          { claims: { scope: undefined } },
          { claims: { nbf: 3000 } },
          { header: { typ: "JWT" } },
          { header: { typ: undefined } },
          { header: { typ: "id+jwt" } },
          { header: { alg: "HS512" } }
        ] satisfies ReadonlyArray<Forged>) {
          assert.strictEqual(
            yield* why(yield* forged(forgery)),
            "The token is not one of ours.",
            JSON.stringify(forgery)
          )
        }
      })
    )

    it.effect("a token that needs no signature is refused", () =>
      Effect.gen(function* () {
        const claims = { sub: "acc_ada", scope: "admin", iss: issuer, aud: audience, iat: 0, exp: 3600 }
        for (const alg of ["none", "None", "NONE", "HS256"]) {
          const unsigned = `${base64({ alg, typ: "at+jwt" })}.${base64(claims)}.`
          assert.strictEqual(yield* why(unsigned), "The token is not one of ours.")
        }
      })
    )

    it.effect("a token whose claims were changed is refused", () =>
      Effect.gen(function* () {
        const { issue } = yield* Auth
        const [header, payload, signature] = (yield* issue(ada)).split(".")
        const claims = JSON.parse(Buffer.from(payload!, "base64url").toString())
        const tampered = `${header}.${base64({ ...claims, sub: "acc_bob" })}.${signature}`
        assert.strictEqual(yield* why(tampered), "The token is not one of ours.")
        const wider = `${header}.${base64({ ...claims, scope: "admin" })}.${signature}`
        assert.strictEqual(yield* why(wider), "The token is not one of ours.")
      })
    )

    it.effect("a scope we do not know grants nothing", () =>
      Effect.gen(function* () {
        const { verify } = yield* Auth
        const { scopes } = yield* verify(yield* forged({ claims: { scope: "orders.read root  admin.all" } }))
        assert.deepStrictEqual(scopes, ["orders.read"])
      })
    )

    it.effect("a token lives for an hour, and says so when it is over", () =>
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
  })
})
