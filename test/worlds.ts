import { afterAll, beforeAll, describe } from "vitest"
import { administer, server, skipped } from "./databases.ts"
import { openWorld, type World, type WorldOptions } from "./world.ts"

/** The whole marketplace over each of the databases; the suite asks for it once its tests run. */
export const inEveryWorld = (what: string, options: WorldOptions, suite: (world: () => World) => void) => {
  const story = (databaseUrl?: string) => () => {
    let world: World
    beforeAll(async () => {
      if (databaseUrl !== undefined) await administer(`CREATE DATABASE ${new URL(databaseUrl).pathname.slice(1)}`)
      world = await openWorld({ ...options, ...(databaseUrl !== undefined && { databaseUrl }) })
    }, 60_000)
    afterAll(async () => {
      await world.dispose()
      if (databaseUrl !== undefined) {
        await administer(`DROP DATABASE IF EXISTS ${new URL(databaseUrl).pathname.slice(1)} WITH (FORCE)`)
      }
    })
    suite(() => world)
  }
  const name = `craftlocal_world_${process.pid}_${Math.random().toString(36).slice(2, 8)}`
  describe(`${what}, on the embedded database`, story())
  describe.skipIf(skipped)(`${what}, on Postgres`, story(new URL(`/${name}`, server).href))
}
