import { CreateRequest } from "../../../../../schemas/acp/CreateRequest.ts"
import { decode } from "../../decode.ts"
import type { Dialect } from "../Dialect.ts"
import { release, sessionOf } from "./sessionOf.ts"

export const january: Dialect = {
  versions: [release],
  keyNeeded: false,
  readCreate: decode(CreateRequest),
  sessionOf,
  refused: (told) => told
}
