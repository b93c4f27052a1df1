import { LegacyCreateRequest } from "../../../../../schemas/acp/CreateRequest.ts"
import { decode } from "../../decode.ts"
import type { Dialect } from "../Dialect.ts"
import { refused } from "./refused.ts"
import { sessionOf } from "./sessionOf.ts"

/** The first release, which some clients ask for by a date that no release has. */
export const legacy: Dialect = {
  versions: ["2025-09-29", "2025-09-12"],
  keyNeeded: false,
  readCreate: decode(LegacyCreateRequest),
  sessionOf,
  refused
}
