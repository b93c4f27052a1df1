import { Schema } from "effect"

/** The header with which a write may be sent again after a lost answer. */
export const idempotent = {
  "idempotency-key": Schema.optionalKey(
    Schema.String.check(
      Schema.isMinLength(1),
      Schema.isMaxLength(255),
      Schema.isPattern(/^[\x20-\x7e]*$/, {
        description: "printable ASCII characters",
        message: "Expected printable ASCII characters"
      })
    ).annotate({
      description:
        "Send the same key with the same body again after a lost answer: the request has one effect and one answer, and a repetition says Idempotent-Replayed: true"
    })
  )
}
