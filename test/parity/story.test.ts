import { assert, describe, expect, it } from "vitest"
import { openWorld } from "../world.ts"
import { tell } from "./story.ts"

describe("the whole story, from a question to paid orders over every door", () => {
  it("comes out byte for byte the same twice", async () => {
    const [once, again] = [await tell(openWorld), await tell(openWorld)]
    assert.strictEqual(once, again)
    await expect(once).toMatchFileSnapshot("../snapshots/story.txt")
  })
})
