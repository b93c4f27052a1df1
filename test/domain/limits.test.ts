import { assert, describe, it } from "vitest"
import { allowed, limits, networkOf } from "../../src/domain/limits.ts"

describe("whom an address is counted as", () => {
  it("is itself, of IPv4", () => {
    for (const address of ["203.0.113.7", "::ffff:203.0.113.7", "unknown"])
      assert.strictEqual(networkOf(address), address)
  })

  it("is everybody whose address of IPv6 begins alike", () => {
    const one = ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::1", "2001:db8:1:2::", "2001:DB8:1:2:ffff::1"]
    assert.deepEqual([...new Set(one.map(networkOf))], ["2001:db8:1:2::/64"])
    assert.strictEqual(networkOf("::1"), "0:0:0:0::/64")
    assert.strictEqual(networkOf("fe80::1%eth0"), "fe80:0:0:0::/64")
    assert.notStrictEqual(networkOf("2001:db8:1:3::1"), networkOf("2001:db8:1:2::1"))
  })
})

describe("what a minute allows", () => {
  it("grows with the settings, but not for guesses at passwords and for letters", () => {
    assert.strictEqual(allowed(limits.images, 300), 30)
    assert.strictEqual(allowed(limits.images, 10_000), 100)
    for (const limit of [
      limits.signIn,
      limits.guesses,
      limits.allGuesses,
      limits.orderGuesses,
      limits.allOrderGuesses,
      limits.register,
      limits.forgot,
      limits.links
    ])
      assert.strictEqual(allowed(limit, 1_000_000), limit.perMinute)
  })
})
