import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { layerAesVault } from "../../../src/live/vault/AesVault.ts"
import { Vault } from "../../../src/ports/Vault.ts"

const use = <A, E>(effect: (vault: Vault["Service"]) => Effect.Effect<A, E>, key = "a secret key of the marketplace") =>
  Effect.flatMap(Vault, effect).pipe(Effect.provide(layerAesVault(key)), Effect.runPromise)

const outcome = (sealed: string, about = "key_1", key?: string) =>
  use(
    ({ open }) => Effect.match(open(sealed, about), { onFailure: ({ _tag }) => _tag, onSuccess: (text) => text }),
    key
  )

describe("a sealed secret", () => {
  it("opens again, and twice sealed looks different", async () => {
    const [one, other] = await use(({ seal }) => Effect.all([seal("whsec_☕", "key_1"), seal("whsec_☕", "key_1")]))
    assert.notStrictEqual(one, other)
    assert.notInclude(Buffer.from(one!.split(".")[1]!, "base64url").toString("latin1"), "whsec")
    assert.deepStrictEqual([await outcome(one!), await outcome(other!)], ["whsec_☕", "whsec_☕"])
  })

  it("opens for nobody else, with no other key, and not when a bit of it was changed", async () => {
    const sealed = await use(({ seal }) => seal("whsec_1234567890", "key_1"))
    assert.strictEqual(await outcome(sealed, "key_2"), "Undeliverable")
    assert.strictEqual(await outcome(sealed, "key_1", "another secret key"), "Undeliverable")
    const bytes = Buffer.from(sealed.split(".")[1]!, "base64url")
    for (const index of bytes.keys()) {
      const bent = Buffer.from(bytes)
      bent[index]! ^= 1
      assert.strictEqual(await outcome(`v1.${bent.toString("base64url")}`), "Undeliverable", `byte ${index}`)
    }
    for (const nonsense of ["", "v1", "v1.", "v1.AAAA", "v2.AAAA", "whsec_plain"]) {
      assert.strictEqual(await outcome(nonsense), "Undeliverable", nonsense)
    }
  })
})
