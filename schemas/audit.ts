import { Effect, Schema } from "effect"
import { isText } from "./text.ts"
import { Moment } from "./webhooks/moment.ts"
import { wire } from "./wire.ts"

const word = Schema.String.check(isText, Schema.isMaxLength(200))
const some = (description: string) => Schema.optionalKey(word.annotate({ description }))

/** Which entries of the audit; all that is given must hold. */
export const AuditQuery = wire({
  actor: some("account:…, agent:…, service:…, guest or system"),
  action: some("The tool's or the endpoint's name"),
  subject: some("The id of what was changed"),
  correlationId: some("The request-id of an answer"),
  from: Schema.optionalKey(Moment.annotate({ description: "Not before this time" })),
  to: Schema.optionalKey(Moment.annotate({ description: "Before this time" })),
  limit: Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 200 })).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed(50))
  ),
  cursor: some("next_cursor of the answer before, with the same filters")
})
export type AuditQuery = typeof AuditQuery.Type

export const AuditEntry = wire({
  id: Schema.String,
  at: Schema.Date,
  actor: Schema.String,
  client: Schema.NullOr(Schema.String).annotate({ description: "The program an account let in" }),
  channel: Schema.String,
  action: Schema.String,
  subject: Schema.String,
  outcome: Schema.String.annotate({ description: "done, or the code of what refused it" }),
  times: Schema.Int.annotate({ description: "How often within a second, of what is counted and not told one by one" }),
  correlationId: Schema.String
}).annotate({ identifier: "AuditEntry" })

export const AuditAnswer = wire({
  entries: Schema.Array(AuditEntry),
  nextCursor: Schema.optionalKey(Schema.String.annotate({ description: "Left out on the last page" }))
})
