import { Effect } from "effect"
import { assert, describe, it } from "vitest"
import { demoPasswords } from "../../src/demo/passwords.ts"
import { layerArgon2Passwords } from "../../src/live/argon2/Passwords.ts"
import { Passwords } from "../../src/ports/Passwords.ts"

const run = <A, E>(effect: Effect.Effect<A, E, Passwords>) =>
  Effect.runPromise(Effect.provide(effect, layerArgon2Passwords()))
const { hash, verify } = {
  hash: (password: string) => Effect.flatMap(Passwords, (passwords) => passwords.hash(password)),
  verify: (password: string, known: string | undefined) =>
    Effect.flatMap(Passwords, (passwords) => passwords.verify(password, known))
}

describe("argon2", () => {
  it("knows a password again, and no other", () =>
    run(
      Effect.gen(function* () {
        const kept = yield* hash("correct horse")
        assert.match(kept, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
        assert.notStrictEqual(yield* hash("correct horse"), kept)
        assert.deepStrictEqual(yield* verify("correct horse", kept), { right: true, stale: false })
        assert.isFalse((yield* verify("correct horsf", kept)).right)
        assert.isFalse((yield* verify("", kept)).right)
      })
    ))

  it("takes a letter for the same however it was typed", () =>
    run(
      Effect.gen(function* () {
        assert.isTrue((yield* verify("u\u0308ber den Wolken", yield* hash("über den Wolken"))).right)
      })
    ))

  it("holds no password for right where there is no hash, and takes as long to say so", () =>
    run(
      Effect.gen(function* () {
        const kept = yield* hash("correct horse")
        // By turns, and each at its quickest: other work on the machine only ever makes a turn slower.
        const quickest = { known: Number.POSITIVE_INFINITY, unknown: Number.POSITIVE_INFINITY }
        for (let turn = 0; turn < 15; turn++) {
          for (const which of ["known", "unknown"] as const) {
            const before = performance.now()
            assert.isFalse((yield* verify("a wrong password", which === "known" ? kept : undefined)).right)
            quickest[which] = Math.min(quickest[which], performance.now() - before)
          }
        }
        assert.isFalse((yield* verify("the password of nobody", undefined)).right)
        const { known, unknown } = quickest
        assert.isBelow(Math.max(known, unknown) / Math.min(known, unknown), 2)
      })
    ))

  it("says when a hash was made as one no longer does", async () => {
    const cheap = await Effect.runPromise(
      Effect.provide(hash("correct horse"), layerArgon2Passwords({ memoryCost: 1024, timeCost: 1 }))
    )
    assert.deepStrictEqual(await run(verify("correct horse", cheap)), { right: true, stale: true })
  })

  it("turns those away for whom the wait would be long", async () => {
    const all = Array.from({ length: 150 }, () => Effect.result(hash("correct horse")))
    const results = await Effect.runPromise(
      Effect.provide(
        Effect.all(all, { concurrency: "unbounded" }),
        layerArgon2Passwords({ memoryCost: 64, timeCost: 1 })
      )
    )
    assert.strictEqual(results.filter(({ _tag }) => _tag === "Success").length, 100)
    const refused = results.find((result) => result._tag === "Failure")
    assert.strictEqual(refused?._tag === "Failure" && refused.failure._tag, "Unavailable")
  })

  it.each(Object.entries(demoPasswords))("%s has the password that is told of it", async (_, { hash, password }) => {
    assert.deepStrictEqual(await run(verify(password, hash)), { right: true, stale: false })
  })
})
