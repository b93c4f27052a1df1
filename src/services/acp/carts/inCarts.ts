import { Effect } from "effect"
import { version } from "../../../../schemas/acp/version.ts"
import type { Dialect } from "../dialects/Dialect.ts"
import { Problem } from "../Problem.ts"

/** Carts came with one release: asked for by another, they are refused with the name of the one that has them. */
export const inCarts = ({ versions }: Dialect): Effect.Effect<void, Problem> =>
  versions[0] === version
    ? Effect.void
    : Effect.fail(
        new Problem({
          status: 400,
          error: {
            type: "invalid_request",
            code: "unsupported_api_version",
            message: `There are no carts in this version. Ask for ${version}.`,
            supported_versions: [version]
          }
        })
      )
