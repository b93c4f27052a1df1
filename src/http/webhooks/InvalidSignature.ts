import { Data, Effect } from "effect"
import { HttpServerRequest } from "effect/http"
import type { Refusal } from "../../../schemas/errors.ts"
import { Journal } from "../../services/Journal.ts"
import { givenId } from "../givenId.ts"

/** Notes for the audit that somebody could not show that what they sent is theirs, and refuses it. */
export const unsigned = (webhook: string, why: string) =>
  Effect.gen(function* () {
    const { note } = yield* Journal
    const request = yield* HttpServerRequest.HttpServerRequest
    const sender = { viewer: { _tag: "Guest" }, channel: "webhook", correlationId: givenId(request) ?? "" } as const
    yield* note(sender, { action: `webhooks.${webhook}`, outcome: "invalid_signature" })
    return yield* new InvalidSignature({ why })
  })

/** Whoever sent this cannot show that it is theirs. */
export class InvalidSignature
  extends Data.TaggedError("InvalidSignature")<{ readonly why: string }>
  implements Refusal
{
  readonly code = "VALIDATION_ERROR"
  readonly status = 400
  readonly details = { reason: "invalid_signature" }
  override get message() {
    return `${this.why} Nothing was done.`
  }
}
