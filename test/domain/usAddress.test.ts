import { assert, describe, it } from "@effect/vitest"
import { readAddress } from "../../src/domain/usAddress.ts"
import { address } from "./few.ts"

const read = (over: Partial<typeof address>) => readAddress({ ...address, ...over })

/** The fields that are refused, or nothing. */
const refused = (over: Partial<typeof address>) => {
  const answer = read(over)
  return "line1" in answer ? [] : answer.map(({ path }) => path)
}

describe("addresses in the US", () => {
  it("a state is read by its code and by its name, however it is written", () => {
    for (const state of ["OR", "or", " Or ", "Oregon", "OREGON"]) assert.deepStrictEqual(read({ state }), address)
    assert.deepInclude(read({ state: "district of columbia", zip: "20001" }), { state: "DC" })
  })

  it("there are fifty states and the District", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
    const codes = letters
      .flatMap((a) => letters.map((b) => `${a}${b}`))
      .filter((state) => !refused({ state }).includes("state"))
    assert.strictEqual(codes.length, 51)
  })

  it("a state there is not is refused, in its field", () => {
    for (const state of ["XX", "Ontario", "", "O", "constructor"]) assert.deepStrictEqual(refused({ state }), ["state"])
  })

  it("a zip is five digits, or nine with a hyphen", () => {
    for (const zip of ["97201", "97201-1234"]) assert.deepStrictEqual(refused({ zip }), [])
    for (const zip of ["9720", "972011", "97201-", "97201-12", "97201 1234", "SW1A 1AA", "９７２０１", "97201\n"]) {
      assert.deepStrictEqual(refused({ zip }), ["zip"], zip)
    }
  })

  it("a zip of another state is refused, and one that nobody knows is not", () => {
    for (const [state, zip] of [
      ["OR", "97201"],
      ["NY", "00501"],
      ["NY", "06390"],
      ["CT", "06390"],
      ["TX", "88510"],
      ["WY", "83414"],
      ["AK", "99950"],
      ["OR", "00000"]
    ] as const) {
      assert.deepStrictEqual(refused({ state, zip }), [], `${state} ${zip}`)
    }
    for (const [state, zip] of [
      ["IL", "97201"],
      ["OR", "60601"],
      ["CA", "97201-1234"],
      ["CT", "10001"],
      ["DC", "20101"]
    ] as const) {
      assert.deepStrictEqual(refused({ state, zip }), ["zip"], `${state} ${zip}`)
    }
  })

  it("everything that is wrong is told at once; another country alone says enough", () => {
    assert.deepStrictEqual(refused({ state: "XX", zip: "1" }), ["state", "zip"])
    assert.deepStrictEqual(refused({ country: "CA", state: "ON", zip: "K1A" }), ["country"])
  })

  it("the country is written in capitals, and the rest stays as it was said", () => {
    const full = { ...address, name: "Ada", line2: "Apt 3", country: "us" }
    assert.deepStrictEqual(readAddress(full), { ...full, country: "US" })
  })
})
