import { NodeRedis } from "@effect/platform-node"
import { Layer } from "effect"
import { RateLimiter } from "effect/persistence"
import { RateLimit } from "../../ports/RateLimit.ts"
import { layerRedisCache } from "./RedisCache.ts"

/** Rate limits and cached answers shared by several processes. */
export const layerRedis = (options: { readonly url: string; readonly perMinute: number }) =>
  Layer.mergeAll(
    layerRedisCache,
    RateLimit.layer(options.perMinute).pipe(
      Layer.provide(RateLimiter.layer),
      Layer.provide(RateLimiter.layerStoreRedis({ prefix: "craftlocal:limit:" }))
    )
  ).pipe(Layer.provide(NodeRedis.layer({ url: options.url })))
