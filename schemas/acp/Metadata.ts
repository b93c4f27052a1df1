import { Schema } from "effect"

const most = 16 * 1024

/** What an agent wants told back on its session, in its own shape. */
export const Metadata = Schema.Record(Schema.String, Schema.Unknown).check(
  Schema.makeFilter(
    (metadata) => JSON.stringify(metadata).length <= most || `Expected at most ${most} characters of JSON`
  )
)
