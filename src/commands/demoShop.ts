import { Effect, Schema } from "effect"
import type { Config } from "../config.ts"
import { plantedSeed, plantMarket } from "../demo/plant.ts"
import { now } from "../services/now.ts"

/** A public server on a database that holds the demo accounts, without anybody having said that this is a demo. */
export class DemoInPublic extends Schema.TaggedError<DemoInPublic>()("DemoInPublic", { publicUrl: Schema.String }) {
  override get message() {
    return `This database holds demo accounts that anybody may sign in to, and PUBLIC_URL is ${this.publicUrl}. Set DEMO=true if that is meant, or use another database.`
  }
}

/** Fills an empty demo with its shop, once; refuses to show demo accounts to the world unasked. */
export const demoShop = Effect.fn("demoShop")(function* ({ demo, publicUrl, seed }: Config) {
  if (demo) yield* plantMarket({ seed, now: yield* now })
  else if (publicUrl.startsWith("https:") && (yield* plantedSeed) !== undefined)
    return yield* new DemoInPublic({ publicUrl })
})
