import { CreateRequest } from "../../../../../schemas/acp/CreateRequest.ts"
import { version } from "../../../../../schemas/acp/version.ts"
import { decode } from "../../decode.ts"
import { sessionOf } from "../../session/sessionOf.ts"
import type { Dialect } from "../Dialect.ts"

export const april: Dialect = {
  versions: [version],
  keyNeeded: true,
  readCreate: decode(CreateRequest),
  sessionOf,
  refused: (told) => told
}
