import { Effect } from "effect"
import { version } from "../../../schemas/acp/version.ts"
import { dialectOf, releases } from "./dialects/index.ts"
import { Problem } from "./Problem.ts"

const refused = (code: string, message: string) =>
  new Problem({
    status: 400,
    error: { type: "invalid_request", code, message, supported_versions: releases }
  })

/** How many values are remembered, so that a caller cannot fill the memory. */
const most = 100

/** The dialect of a version, wherever it is said; refuses one that is not served, and writes down each when it is first seen. */
export const makeServedVersion = (name: string) => {
  const seen = new Set<string>()
  return Effect.fnUntraced(function* (given: string | undefined) {
    const value = given?.slice(0, 40) ?? "none"
    if (!seen.has(value) && seen.size < most) {
      seen.add(value)
      yield* Effect.logDebug("a new API-Version was asked for", { version: value })
    }
    if (given === undefined || given.trim() === "") {
      return yield* refused("missing_api_version", `Send ${name}: ${version}.`)
    }
    return (
      dialectOf(given) ??
      (yield* refused("unsupported_api_version", `This API-Version is not served here. Send ${version}.`))
    )
  })
}
