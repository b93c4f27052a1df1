import { Schema } from "effect"

const most = 16 * 1024

/** Characters of JSON. */
export const bounded = Schema.makeFilter(
  (json: object) => JSON.stringify(json).length <= most || `Expected at most ${most} characters of JSON`
)

/** What an agent wants told back on its session, in its own shape. */
export const Metadata = Schema.Record(Schema.String, Schema.Unknown).check(bounded)
