import { Effect } from "effect"
import { versions } from "../../../schemas/acp/version.ts"
import { Problem } from "./Problem.ts"

const refused = (code: string, message: string) =>
  new Problem({
    status: 400,
    error: { type: "invalid_request", code, message, supported_versions: versions.toReversed() }
  })

/** How many values of the header are remembered, so that a caller cannot fill the memory. */
const most = 100

/** Refuses a version that is not served, and writes down each value of the header when it is first seen. */
export const makeServedVersion = () => {
  const seen = new Set<string>()
  return Effect.fnUntraced(function* (given: string | undefined) {
    const value = given?.slice(0, 40) ?? "none"
    if (!seen.has(value) && seen.size < most) {
      seen.add(value)
      yield* Effect.logDebug("a new API-Version was asked for", { version: value })
    }
    if (given === undefined || given.trim() === "") {
      return yield* refused("missing_api_version", `Send the header API-Version: ${versions.at(-1)}.`)
    }
    if (!versions.includes(given.trim())) {
      return yield* refused("unsupported_api_version", `This API-Version is not served here. Send ${versions.at(-1)}.`)
    }
  })
}
