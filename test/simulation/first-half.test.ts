import { assert, describe, it } from "vitest"
import { mustHappen, tellAll } from "./tellAll.ts"

describe("buyers, agents, makers, jobs and a failing world, in virtual time", () => {
  it("break none of the seven laws in the histories of seeds 1 to 500, in which everything happens", async () => {
    const counts = await tellAll(1, 500)
    for (const what of mustHappen) assert.isAbove(counts.get(what) ?? 0, 0, what)
  }, 400_000)
})
